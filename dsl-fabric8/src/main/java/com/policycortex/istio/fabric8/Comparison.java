package com.policycortex.istio.fabric8;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what a cluster had of a manifest with what it made of it. */
final class Comparison {

  private static final int CONTEXT_LINES = 3;
  private static final Set<String> CLUSTERS_OWN =
      Set.of(
          "creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid");
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private Comparison() {}

  /** Whether nothing of it changed that belongs to the manifest. */
  static boolean isSame(JsonObject before, JsonObject after) {
    return stripped(before).equals(stripped(after));
  }

  /** The unified difference of both as YAML; empty if they are the same. */
  static String difference(ResourceId resource, Optional<JsonObject> before, JsonObject after) {
    Optional<JsonObject> old = before.map(Comparison::stripped);
    JsonObject fresh = stripped(after);
    if (resource.kind().equals("Secret")) {
      JsonObject hidden = hidden(fresh, old.orElseGet(JsonValue::object), " (after)");
      old = old.map(object -> hidden(object, fresh, " (before)"));
      return unified(resource, old, hidden);
    }
    return unified(resource, old, fresh);
  }

  private static String unified(
      ResourceId resource, Optional<JsonObject> before, JsonObject after) {
    List<String> from = before.map(YamlText::of).orElse("").lines().toList();
    List<String> to = YamlText.of(after).lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "cluster/" + resource,
            "wanted/" + resource,
            from,
            DiffUtils.diff(from, to),
            CONTEXT_LINES);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static JsonObject stripped(JsonObject object) {
    Map<String, JsonValue> fields = new LinkedHashMap<>(object.fields());
    fields.remove("status");
    fields.computeIfPresent(
        "metadata", (name, value) -> value instanceof JsonObject data ? metadata(data) : value);
    return new JsonObject(fields);
  }

  private static JsonObject metadata(JsonObject metadata) {
    Map<String, JsonValue> fields = new LinkedHashMap<>(metadata.fields());
    fields.keySet().removeAll(CLUSTERS_OWN);
    if (fields.get("annotations") instanceof JsonObject annotations) {
      Map<String, JsonValue> rest = new LinkedHashMap<>(annotations.fields());
      rest.remove(LAST_APPLIED);
      fields.remove("annotations");
      if (!rest.isEmpty()) {
        fields.put("annotations", new JsonObject(rest));
      }
    }
    return new JsonObject(fields);
  }

  // As kubectl diff does it: whether a value changed may be seen, the value not.
  private static JsonObject hidden(JsonObject secret, JsonObject other, String mark) {
    Map<String, JsonValue> fields = new LinkedHashMap<>(secret.fields());
    for (String name : List.of("data", "stringData")) {
      if (fields.get(name) instanceof JsonObject values) {
        Map<String, JsonValue> hidden = new LinkedHashMap<>();
        values
            .fields()
            .forEach(
                (key, value) -> {
                  Optional<JsonValue> there = Reply.object(other, name).get(key);
                  boolean changed = there.isPresent() && !there.get().equals(value);
                  hidden.put(key, JsonValue.of("***" + (changed ? mark : "")));
                });
        fields.put(name, new JsonObject(hidden));
      }
    }
    return new JsonObject(fields);
  }
}
