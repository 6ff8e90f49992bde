package com.policycortex.istio.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The kinds of malformed input, from the file {@code malformed-input.yaml}. */
final class MalformedInputs {

  private static final String NAMESPACE =
      "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n";

  private MalformedInputs() {}

  /** A whole document, which most of them are a change of. */
  static String virtualService() {
    return content().at("/manifests/virtual-service").asText();
  }

  /** The manifests that they are changes of. */
  static List<String> manifests() {
    List<String> manifests = new ArrayList<>();
    content().path("manifests").forEach(manifest -> manifests.add(manifest.asText()));
    return manifests;
  }

  static List<MalformedInput> all() {
    JsonNode content = content();
    List<MalformedInput> all = new ArrayList<>();
    for (JsonNode group : content.path("groups")) {
      for (JsonNode one : group.path("cases")) {
        List<String> reports = new ArrayList<>();
        one.path("reports").forEach(report -> reports.add(report.asText()));
        all.add(
            new MalformedInput(
                group.path("name").asText(),
                one.path("what").asText(),
                shown(one),
                one.path("file").asText("a.yaml"),
                bytes(one, content.path("manifests")),
                reports));
      }
    }
    return all;
  }

  private static JsonNode content() {
    try (InputStream in = MalformedInputs.class.getResourceAsStream("malformed-input.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(JsonNode one) {
    String written = one.has("by") ? one.path("by").asText() : one.path("text").asText();
    return one.path("shown").asText(written);
  }

  private static byte[] bytes(JsonNode one, JsonNode manifests) {
    if (one.has("hex")) {
      return HexFormat.of().parseHex(one.path("hex").asText());
    }
    if (one.has("generated")) {
      return utf8(generated(one.path("generated").asText()));
    }
    if (one.has("text")) {
      return utf8(one.path("text").asText());
    }
    String manifest = manifests.path(one.path("base").asText("virtual-service")).asText();
    return utf8(replaced(manifest, one.path("replace").asText(), one.path("by").asText()));
  }

  private static String replaced(String text, String old, String by) {
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException("There is no " + old);
    }
    return text.substring(0, at) + by + text.substring(at + old.length());
  }

  // What nobody wants to read in a file.
  private static String generated(String name) {
    return switch (name) {
      case "long-name" -> namespace("a".repeat(254));
      case "long-label" -> namespace("a, labels: {app: " + "a".repeat(64) + "}");
      case "large" -> "#".repeat(Limits.BYTES + 1);
      case "deep" -> "a: " + "[".repeat(5000);
      case "wide" -> replaced(virtualService(), "[a]", "[\"" + "x".repeat(Limits.LINE) + "\"]");
      case "laughs" -> laughs();
      case "many" -> namespaces(Limits.DOCUMENTS + 1);
      case "findings" -> findings();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String namespace(String metadata) {
    return NAMESPACE.formatted(metadata);
  }

  private static String namespaces(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(namespace("a" + i));
    }
    return text.toString();
  }

  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
    }
    return text.toString();
  }

  private static String findings() {
    StringBuilder text = new StringBuilder(namespace("a"));
    for (int i = 0; i < 5 * Limits.FINDINGS; i++) {
      text.append("field").append(i).append(": 1\n");
    }
    return text.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
