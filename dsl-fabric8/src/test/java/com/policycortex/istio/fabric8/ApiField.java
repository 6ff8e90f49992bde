package com.policycortex.istio.fabric8;

import com.policycortex.istio.release.ApiTable;
import com.policycortex.istio.release.ApiTable.ApiKind;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field of the table of Istio's API, and manifests with it.
 *
 * @param apiVersion the manifest's, as it is written
 * @param row the field
 */
record ApiField(String apiVersion, ApiTable.Row row) {

  /** Every field of every kind. */
  static List<ApiField> all() {
    Map<String, String> versions =
        ApiTable.kinds().stream().collect(Collectors.toMap(ApiKind::name, ApiKind::apiVersion));
    return ApiTable.kindRows().stream()
        .map(row -> new ApiField(versions.getOrDefault(row.kind(), ""), row))
        .toList();
  }

  String kind() {
    return row.kind();
  }

  String path() {
    return row.path();
  }

  /** JSON values that the field can have. */
  List<String> values() {
    return switch (row.type()) {
      case "object" -> List.of("{}");
      case "array" -> List.of("[]");
      case "integer" -> List.of("5");
      case "number" -> List.of("1.5");
      case "boolean" -> List.of("true");
      case "string" ->
          row.constants().isEmpty()
              ? List.of("\"5s\"")
              : row.constants().stream().map(constant -> "\"" + constant + "\"").toList();
      default -> List.of("5", "\"a\"");
    };
  }

  /** A manifest with nothing but this field. */
  JsonObject manifest(String value) {
    return JsonTree.parse(
            "{\"apiVersion\": \""
                + apiVersion
                + "\", \"kind\": \""
                + kind()
                + "\", \"metadata\": {\"name\": \"a\"}, "
                + nested(path(), value)
                + "}")
        .root();
  }

  private static String nested(String path, String value) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    String inner = dot < 0 ? value : "{" + nested(path.substring(dot + 1), value) + "}";
    String bare = name;
    while (bare.endsWith("[]")) {
      bare = bare.substring(0, bare.length() - 2);
      inner = "[" + inner + "]";
    }
    return "\"" + (bare.equals("*") ? "8080" : bare) + "\": " + inner;
  }
}
