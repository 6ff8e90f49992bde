package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The status of Istio's kinds. The API server drops it when a manifest is applied, but only after
 * it has looked for fields that it does not know.
 */
final class StatusRules {

  private static final Schema SCALAR = new Schema(Map.of(), Optional.empty());

  private static final Schema STATUS =
      object(
          Map.of(
              "observedGeneration",
              SCALAR,
              "conditions",
              listOf(
                  object(
                      "lastProbeTime",
                      "lastTransitionTime",
                      "message",
                      "observedGeneration",
                      "reason",
                      "status",
                      "type")),
              "validationMessages",
              listOf(
                  object(
                      Map.of(
                          "documentationUrl",
                          SCALAR,
                          "level",
                          SCALAR,
                          "type",
                          object("code", "name"))))));

  static final Rule<Manifest> UNKNOWN_FIELD =
      Rule.error(
          "META-STATUS",
          Gate.API_SERVER,
          "Remove status: the cluster fills it in",
          (manifest, report) -> {
            if (manifest.status().orElse(null) instanceof JsonObject status
                && manifest.kind().group().endsWith(".istio.io")) {
              // The status itself may hold more; what is within its known fields may not.
              STATUS.fields.forEach(
                  (name, schema) -> {
                    JsonValue value = status.fields().get(name);
                    if (value != null) {
                      check(schema, "status." + name, value, report);
                    }
                  });
            }
          });

  private StatusRules() {}

  // Types are not looked at: an object in the place of a text has fields that the text has not.
  private static void check(Schema schema, String path, JsonValue value, Report report) {
    if (value instanceof JsonArray array) {
      Schema element = schema.element.orElse(SCALAR);
      for (int i = 0; i < array.values().size(); i++) {
        check(element, path + "[" + i + "]", array.values().get(i), report);
      }
    } else if (value instanceof JsonObject object) {
      object
          .fields()
          .forEach(
              (name, inner) -> {
                Schema known = schema.fields.get(name);
                if (known == null) {
                  report.add(path + "." + name, "There is no such field");
                } else {
                  check(known, path + "." + name, inner, report);
                }
              });
    }
  }

  private static Schema object(String... scalars) {
    Map<String, Schema> fields = new HashMap<>();
    for (String name : scalars) {
      fields.put(name, SCALAR);
    }
    return object(fields);
  }

  private static Schema object(Map<String, Schema> fields) {
    return new Schema(Map.copyOf(fields), Optional.empty());
  }

  private static Schema listOf(Schema element) {
    return new Schema(Map.of(), Optional.of(element));
  }

  /** The names that the API server knows of a value, and of the elements of a list. */
  private record Schema(Map<String, Schema> fields, Optional<Schema> element) {}
}
