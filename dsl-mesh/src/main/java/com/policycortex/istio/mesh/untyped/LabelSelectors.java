package com.policycortex.istio.mesh.untyped;

import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.kubernetes.LabelSelectorRequirement;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;

/** What Kubernetes' selectors of labels pick. One without conditions picks everything. */
public final class LabelSelectors {

  private LabelSelectors() {}

  /** True if a selector picks what has these labels. */
  public static boolean matches(LabelSelector selector, Map<String, String> labels) {
    for (LabelSelectorRequirement condition : selector.matchExpressions()) {
      if (!holds(condition.key(), condition.operator(), condition.values(), labels)) {
        return false;
      }
    }
    return labels.entrySet().containsAll(selector.matchLabels().entrySet());
  }

  /** The same of a selector in an untyped document. */
  public static boolean matches(JsonObject selector, Map<String, String> labels) {
    for (JsonObject condition : Untyped.objects(selector, "matchExpressions")) {
      if (!holds(
          Untyped.text(condition, "key").orElse(""),
          Untyped.text(condition, "operator").orElse(""),
          Untyped.texts(condition, "values"),
          labels)) {
        return false;
      }
    }
    return labels.entrySet().containsAll(Untyped.textMap(selector, "matchLabels").entrySet());
  }

  private static boolean holds(
      String key, String operator, List<String> values, Map<String, String> labels) {
    String value = labels.get(key);
    return switch (operator) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false; // the API server refuses it
    };
  }
}
