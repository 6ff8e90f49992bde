package com.policycortex.istio.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule's example: a good manifest, and the same one with the mistake that the rule finds.
 *
 * @param id the rule's id
 * @param broken the manifest with the mistake
 * @param repaired the manifest without it
 */
record RuleExample(String id, JsonNode broken, JsonNode repaired) {

  private static final YAMLMapper YAML = new YAMLMapper();
  static final List<String> FILES =
      List.of(
          "virtual-service",
          "destination-rule",
          "gateway",
          "service-entry",
          "sidecar",
          "security",
          "extensions",
          "mesh-config",
          "kubernetes");

  static List<RuleExample> all() throws IOException {
    List<RuleExample> examples = new ArrayList<>();
    for (String file : FILES) {
      examples.addAll(of(file));
    }
    return examples;
  }

  static List<RuleExample> of(String file) throws IOException {
    List<RuleExample> examples = new ArrayList<>();
    JsonNode content = read(file + ".yaml");
    for (Map.Entry<String, JsonNode> rule : content.path("rules").properties()) {
      JsonNode example = rule.getValue();
      JsonNode good = content.path("manifests").path(example.path("of").asText());
      examples.add(
          new RuleExample(
              rule.getKey(),
              changed(good, example.path("broken")),
              changed(good, example.path("repaired"))));
    }
    return examples;
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream in = RuleExample.class.getResourceAsStream(file)) {
      return YAML.readTree(in);
    }
  }

  /** A manifest as YAML. */
  static String yaml(JsonNode manifest) {
    try {
      return YAML.writeValueAsString(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode changed(JsonNode good, JsonNode changes) {
    JsonNode manifest = good.deepCopy();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      boolean whole = change.getKey().startsWith("/");
      change(
          whole ? manifest : manifest.path("spec"),
          List.of(change.getKey().substring(whole ? 1 : 0).split("\\.")),
          change.getValue());
    }
    return manifest;
  }

  private static void change(JsonNode in, List<String> path, JsonNode value) {
    String first = path.get(0);
    if (path.size() > 1) {
      JsonNode next = in.isArray() ? in.path(Integer.parseInt(first)) : in.path(first);
      change(next, path.subList(1, path.size()), value);
    } else if (in instanceof ArrayNode list) {
      list.set(Integer.parseInt(first), value);
    } else if (in instanceof ObjectNode object && value.isNull()) {
      object.remove(first);
    } else if (in instanceof ObjectNode object) {
      object.set(first, value);
    } else {
      throw new IllegalArgumentException("No such place: " + path);
    }
  }
}
