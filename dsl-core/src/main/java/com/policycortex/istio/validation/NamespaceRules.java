package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.Set;

/** Kubernetes' Namespaces: who must let go before one is gone. */
final class NamespaceRules {

  private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

  static final RuleSet<Namespace> RULES =
      RuleSet.of(Namespace.class)
          .error(
              "NS-FINALIZERS",
              Gate.API_SERVER,
              "Remove spec: the cluster fills it in; a finalizer has a DNS prefix, '/' and a name",
              (namespace, report) -> {
                if (namespace.spec().isEmpty()) {
                  return;
                }
                for (String name : namespace.spec().get().fields().keySet()) {
                  if (!name.equals("finalizers")) {
                    report.add(name, "There is no such field");
                  }
                }
                finalizers(namespace.spec().get().get("finalizers").orElse(JsonNull.NULL), report);
              })
          .build();

  private NamespaceRules() {}

  private static void finalizers(JsonValue value, Report report) {
    if (value == JsonNull.NULL) {
      return;
    }
    if (!(value instanceof JsonArray finalizers)) {
      report.add("finalizers", "A list of texts is wanted");
      return;
    }
    for (int i = 0; i < finalizers.values().size(); i++) {
      String name = finalizers.values().get(i) instanceof JsonString text ? text.value() : "";
      boolean good = name.indexOf('/') < 0 ? STANDARD.contains(name) : MetadataRules.isKey(name);
      if (!good) {
        report.add("finalizers[" + i + "]", Text.quote(name) + " is not the name of a finalizer");
      }
    }
  }
}
