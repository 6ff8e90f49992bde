package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * The status of Istio's kinds. The API server drops it when a manifest is applied, but only after
 * it has looked for fields that it does not know.
 */
final class StatusRules {

  // By the place within the status; what is not named here may hold anything.
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "conditions[]",
          Set.of(
              "lastProbeTime",
              "lastTransitionTime",
              "message",
              "observedGeneration",
              "reason",
              "status",
              "type"),
          "validationMessages[]",
          Set.of("documentationUrl", "level", "type"),
          "validationMessages[].type",
          Set.of("code", "name"));

  static final Rule<Manifest> UNKNOWN_FIELD =
      Rule.error(
          "META-STATUS",
          Gate.API_SERVER,
          "Remove status: the cluster fills it in",
          (manifest, report) -> {
            if (manifest.status().isPresent() && manifest.kind().group().endsWith(".istio.io")) {
              check("", "status", manifest.status().get(), report);
            }
          });

  private StatusRules() {}

  private static void check(String place, String path, JsonValue value, Report report) {
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.values().size(); i++) {
        check(place + "[]", path + "[" + i + "]", array.values().get(i), report);
      }
    } else if (value instanceof JsonObject object) {
      Set<String> known = FIELDS.get(place);
      object
          .fields()
          .forEach(
              (name, inner) -> {
                if (known != null && !known.contains(name)) {
                  report.add(path + "." + name, "There is no such field");
                }
                check(
                    place.isEmpty() ? name : place + "." + name, path + "." + name, inner, report);
              });
    }
  }
}
