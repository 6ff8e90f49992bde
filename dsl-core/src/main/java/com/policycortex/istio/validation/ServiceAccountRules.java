package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.List;
import java.util.Set;

/** Kubernetes' ServiceAccounts: the Secrets that they name. */
final class ServiceAccountRules {

  private static final Set<String> NAME = Set.of("name");
  private static final Set<String> OBJECT =
      Set.of("apiVersion", "fieldPath", "kind", "name", "namespace", "resourceVersion", "uid");

  static final RuleSet<ServiceAccount> RULES =
      RuleSet.of(ServiceAccount.class)
          .error(
              "SA-SECRET",
              Gate.API_SERVER,
              "Write the name of a Secret as name",
              (account, report) -> {
                references("imagePullSecrets", account.imagePullSecrets(), NAME, report);
                references("secrets", account.secrets(), OBJECT, report);
              })
          .build();

  private ServiceAccountRules() {}

  private static void references(
      String field, List<JsonValue> references, Set<String> known, Report report) {
    for (int i = 0; i < references.size(); i++) {
      String path = field + "[" + i + "]";
      if (!(references.get(i) instanceof JsonObject reference)) {
        report.add(path, "An object with a name is wanted");
        continue;
      }
      reference
          .fields()
          .forEach(
              (name, value) -> {
                if (!known.contains(name)) {
                  report.add(path + "." + name, "There is no such field");
                } else if (!(value instanceof JsonString) && value != JsonNull.NULL) {
                  report.add(path + "." + name, "A text is wanted");
                }
              });
    }
  }
}
