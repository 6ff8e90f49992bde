package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.policycortex.istio.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every field of Istio's API, and every constant of its enumerations, is known to the model: a
 * document with that field alone may lack others, but the field itself is read.
 *
 * <p>The table of the API lies beside the project; without it there is nothing to compare with.
 */
class ApiCoverageTest {

  private static final Path TABLE = Path.of("../../shared/reference/istio-api-fields.tsv");
  private static final Set<String> ABOUT_OTHER_FIELDS = Set.of("YAML-MISSING-FIELD");

  private record Row(String kind, String path, String type, List<String> constants) {}

  @Test
  void everyFieldOfTheTableIsRead() throws IOException {
    assumeTrue(Files.exists(TABLE), "the table of the API is not here");
    List<String> problems = new ArrayList<>();
    String apiVersion = "";
    int checked = 0;
    for (String line : Files.readAllLines(TABLE)) {
      String[] cells = line.split("\t", -1);
      if (cells.length < 5 || cells[0].equals("kind")) {
        continue;
      }
      if (cells[1].equals("#")) {
        apiVersion = cells[2] + "/" + written(cells);
        continue;
      }
      if (!cells[1].startsWith("spec.")) {
        continue;
      }
      List<String> constants =
          cells[4].isEmpty() ? List.of() : Arrays.asList(cells[4].split(",", -1));
      Row row = new Row(cells[0], cells[1], cells[2], constants);
      for (String value : values(row)) {
        checked++;
        List<Finding> findings = findings(apiVersion, row, value);
        if (!findings.isEmpty()) {
          problems.add(row.kind() + " " + row.path() + " = " + value + ": " + findings);
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(checked).isGreaterThan(1000);
  }

  // The cell reads served:v1,v1beta1 or used:v1 and so on.
  private static String written(String[] cells) {
    for (String cell : cells) {
      if (cell.startsWith("used:")) {
        return cell.substring("used:".length()).split("[ ,]", -1)[0];
      }
    }
    throw new IllegalStateException("no version in " + String.join(" ", cells));
  }

  private static List<String> values(Row row) {
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
      default -> List.of("5");
    };
  }

  private static List<Finding> findings(String apiVersion, Row row, String value) {
    String text =
        "{apiVersion: \""
            + apiVersion
            + "\", kind: "
            + row.kind()
            + ", metadata: {name: a}, "
            + nested(row.path(), value)
            + "}";
    return ManifestReader.read("a.yaml", text).findings().stream()
        .filter(finding -> !ABOUT_OTHER_FIELDS.contains(finding.id()))
        .toList();
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
    return (bare.equals("*") ? "\"8080\"" : bare) + ": " + inner;
  }
}
