package com.policycortex.istio.release;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.release.ApiTable.ApiKind;
import com.policycortex.istio.release.ApiTable.Row;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.MeshConfigReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes documents around one field of the table, and says what the library finds in them. */
public final class ApiDocument {

  // A text that is a duration too will do for most fields.
  private static final Map<String, String> TEXTS =
      Map.of(
          "host", "a",
          "hosts[]", "a",
          "name", "a",
          "kind", "Service",
          "addresses[]", "10.0.0.1",
          "jwksUri", "https://a",
          "jwks_uri", "https://a",
          "sha256", "0".repeat(64));

  private final Map<String, ApiKind> kinds;
  private final Map<String, List<Row>> children;

  /** Documents around the fields of the tables. */
  public ApiDocument() {
    kinds = ApiTable.kinds().stream().collect(Collectors.toMap(ApiKind::name, kind -> kind));
    List<Row> rows = new ArrayList<>(ApiTable.kindRows());
    rows.addAll(ApiTable.meshRows());
    children = rows.stream().collect(Collectors.groupingBy(row -> row.kind() + " " + row.parent()));
  }

  /** A JSON value that the field takes, with the fields that it must have. */
  String value(Row row) {
    if (!row.constants().isEmpty()) {
      return "\"" + row.constants().get(0) + "\"";
    }
    return switch (row.type()) {
      case "object" -> object(row.kind(), row.path(), "", "");
      case "array" -> "[]";
      case "integer" -> row.limits().getOrDefault("minimum", "0").equals("0") ? "5" : "100";
      case "number" -> "1.5";
      case "boolean" -> "true";
      case "string" -> "\"" + TEXTS.getOrDefault(row.name(), "5s") + "\"";
      default -> "5";
    };
  }

  /** A value that the field takes and that is not empty. */
  String filledValue(Row row) {
    if (row.limits().containsKey("minProperties")) {
      return object(row.kind(), row.path(), "8080", "{}");
    }
    return row.limits().containsKey("minItems") ? filled(row) : value(row);
  }

  /** Every JSON value of an enumeration, or one. */
  public List<String> values(Row row) {
    return row.constants().isEmpty()
        ? List.of(value(row))
        : row.constants().stream().map(constant -> "\"" + constant + "\"").toList();
  }

  /** A specification with all that it must have. */
  String spec(ApiKind kind) {
    return object(kind.name(), "spec", "", "");
  }

  /** The object around a field, with all that it must have but this field. */
  String without(Row row) {
    String around = object(row.kind(), row.parent(), row.name(), "null");
    return around.replaceFirst("^\\{\"[^\"]*\": null(, )?", "{");
  }

  // The fields that an object must have, and one more.
  private String object(String kind, String path, String name, String value) {
    List<String> fields = new ArrayList<>();
    if (!name.isEmpty()) {
      fields.add("\"" + name + "\": " + value);
    }
    for (Row child : children.getOrDefault(kind + " " + path, List.of())) {
      if (child.required() && !child.name().equals(name)) {
        fields.add("\"" + child.name() + "\": " + filled(child));
      }
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private String filled(Row row) {
    if (row.type().equals("array")) {
      Row element =
          children.getOrDefault(row.kind() + " " + row.path(), List.of()).stream()
              .min(Comparator.comparing(Row::path))
              .orElseThrow();
      return "[" + value(element) + "]";
    }
    return value(row);
  }

  /** The text of a manifest, or of MeshConfig, with this value at this place. */
  public String text(String kind, String path, String value) {
    if (path.isEmpty() || path.equals("spec")) {
      return kinds.containsKey(kind)
          ? "{\"apiVersion\": \""
              + kinds.get(kind).apiVersion()
              + "\", \"kind\": \""
              + kind
              + "\", \"metadata\": {\"name\": \"a\", \"namespace\": \"b\"}, \"spec\": "
              + value
              + "}"
          : value;
    }
    if (path.endsWith("[]")) {
      return text(kind, path.substring(0, path.length() - 2), "[" + value + "]");
    }
    int dot = path.lastIndexOf('.');
    String parent = dot < 0 ? "" : path.substring(0, dot);
    String name = path.substring(dot + 1);
    return text(kind, parent, object(kind, parent, name.equals("*") ? "8080" : name, value));
  }

  /** The place of a row as findings name it. */
  static String place(Row row) {
    String prefix =
        switch (row.kind()) {
          case "MeshConfig" -> "data.mesh.";
          case "MeshNetworks" -> "data.meshNetworks.";
          default -> "";
        };
    return prefix + row.path().replace("[]", "[0]").replace("*", "8080");
  }

  /** What the reader finds in a text of this kind. */
  static List<Finding> read(String kind, String text) {
    return switch (kind) {
      case "MeshConfig" -> MeshConfigReader.meshConfig(map("mesh", text), Map.of()).findings();
      case "MeshNetworks" ->
          MeshConfigReader.meshNetworks(map("meshNetworks", text), Map.of()).findings();
      default -> ManifestReader.read("a.yaml", text).findings();
    };
  }

  /** What the reader and the rules find in a manifest. */
  static List<Finding> judge(String text) {
    ReadResult result = ManifestReader.read("a.yaml", text);
    List<Finding> findings = new ArrayList<>(result.findings());
    for (Manifest manifest : result.manifests()) {
      findings.addAll(Validation.validate(manifest));
    }
    return findings;
  }

  private static ConfigMap map(String key, String text) {
    return ConfigMap.configMap("istio").data(Map.of(key, text));
  }
}
