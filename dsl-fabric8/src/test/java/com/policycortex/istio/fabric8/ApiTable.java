package com.policycortex.istio.fabric8;

import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Istio's own table of its API: every field of every kind. */
final class ApiTable {

  private static final Path FILE =
      Path.of(System.getProperty("api.table", "../../shared/reference/istio-api-fields.tsv"));

  /**
   * A field of a manifest.
   *
   * @param apiVersion the manifest's, as it is written
   * @param kind the manifest's
   * @param path the field, with {@code []} behind a list and {@code *} for any name
   * @param type the type in the schema; empty for a number or text
   * @param constants of an enumeration
   */
  record Field(String apiVersion, String kind, String path, String type, List<String> constants) {

    /** JSON values that the field can have. */
    List<String> values() {
      return switch (type) {
        case "object" -> List.of("{}");
        case "array" -> List.of("[]");
        case "integer" -> List.of("5");
        case "number" -> List.of("1.5");
        case "boolean" -> List.of("true");
        case "string" ->
            constants.isEmpty()
                ? List.of("\"5s\"")
                : constants.stream().map(constant -> "\"" + constant + "\"").toList();
        default -> List.of("5", "\"a\"");
      };
    }

    /** A manifest with nothing but this field. */
    JsonObject manifest(String value) {
      return JsonTree.parse(
              "{\"apiVersion\": \""
                  + apiVersion
                  + "\", \"kind\": \""
                  + kind
                  + "\", \"metadata\": {\"name\": \"a\"}, "
                  + nested(path, value)
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

  private ApiTable() {}

  static boolean isHere() {
    return Files.exists(FILE);
  }

  static List<Field> fields() throws IOException {
    List<Field> fields = new ArrayList<>();
    String apiVersion = "";
    for (String line : Files.readAllLines(FILE)) {
      String[] cells = line.split("\t", -1);
      if (cells.length < 5 || cells[0].equals("kind")) {
        continue;
      }
      if (cells[1].equals("#")) {
        apiVersion = cells[2] + "/" + written(cells);
      } else if (cells[1].startsWith("spec")) {
        List<String> constants =
            cells[4].isEmpty() ? List.of() : Arrays.asList(cells[4].split(",", -1));
        fields.add(new Field(apiVersion, cells[0], cells[1], cells[2], constants));
      }
    }
    return fields;
  }

  // The cell reads used:v1 and so on.
  private static String written(String[] cells) {
    return Arrays.stream(cells)
        .filter(cell -> cell.startsWith("used:"))
        .map(cell -> cell.substring("used:".length()).split("[ ,]", -1)[0])
        .findFirst()
        .orElseThrow();
  }
}
