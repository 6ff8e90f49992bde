package com.policycortex.istio.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.release.ApiTable.ApiKind;
import com.policycortex.istio.release.ApiTable.Row;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The model and the rules against the table of Istio's API: every field and constant is read, what
 * is required is asked for, a second arm of a oneof is found, every limit holds.
 */
class ApiCoverageTest {

  private static final ApiDocument DOCUMENT = new ApiDocument();

  private static Stream<Row> allRows() {
    return Stream.concat(
        ApiTable.kindRows().stream().filter(row -> !row.path().equals("spec")),
        ApiTable.meshRows().stream());
  }

  @Test
  void every_field_and_every_constant_is_read() {
    List<String> problems = new ArrayList<>();
    int checked = 0;
    for (Row row : allRows().toList()) {
      for (String value : DOCUMENT.values(row)) {
        checked++;
        List<Finding> findings =
            ApiDocument.read(row.kind(), DOCUMENT.text(row.kind(), row.path(), value)).stream()
                .filter(finding -> !isAboutOthers(row, finding))
                .toList();
        if (!findings.isEmpty()) {
          problems.add(row + " = " + value + ": " + findings);
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(checked).isGreaterThan(2000);
  }

  // MeshConfig has no schema that tells what is required of the messages that it shares.
  private static boolean isAboutOthers(Row row, Finding finding) {
    return row.kind().equals("MeshConfig") && finding.id().equals("YAML-MISSING-FIELD");
  }

  @Test
  void every_served_version_is_read_and_the_newest_stable_one_is_written() {
    int checked = 0;
    for (ApiKind kind : ApiTable.kinds()) {
      String newest = DOCUMENT.text(kind.name(), "spec", DOCUMENT.spec(kind));
      for (String version : kind.served()) {
        checked++;
        String text = newest.replace(kind.apiVersion(), kind.group() + "/" + version);
        ReadResult read = ManifestReader.read("a.yaml", text);
        assertThat(read.findings()).as(text).isEmpty();
        assertThat(read.manifests().get(0).toString())
            .as(text)
            .startsWith("apiVersion: " + kind.apiVersion() + "\nkind: " + kind.name() + "\n");
      }
      assertThat(kindOf(newest).versions())
          .as(kind.name())
          .containsExactlyInAnyOrderElementsOf(kind.served())
          .startsWith(kind.served().get(0));
    }
    assertThat(checked).isGreaterThan(30);
  }

  private static Kind<?> kindOf(String text) {
    return ManifestReader.read("a.yaml", text).manifests().get(0).kind();
  }

  @Test
  void a_field_that_the_schema_requires_is_missed() {
    List<String> problems = new ArrayList<>();
    int checked = 0;
    for (Row row : ApiTable.kindRows()) {
      if (row.required()) {
        checked++;
        String text = DOCUMENT.text(row.kind(), row.parent(), DOCUMENT.without(row));
        String place = ApiDocument.place(row);
        if (errors(text).stream().noneMatch(finding -> finding.path().equals(place))) {
          problems.add(row + " is not missed: " + errors(text));
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(checked).isGreaterThan(50);
  }

  @Test
  void a_second_arm_of_a_oneof_is_found() {
    List<String> problems = new ArrayList<>();
    int checked = 0;
    Map<String, List<Row>> oneofs = new TreeMap<>();
    allRows()
        .filter(row -> row.arms().size() > 1)
        .forEach(
            row ->
                oneofs
                    .computeIfAbsent(
                        row.kind() + " " + row.parent() + " " + row.arms(), k -> new ArrayList<>())
                    .add(row));
    for (List<Row> arms : oneofs.values()) {
      Row first = arms.get(0);
      for (Row second : arms.subList(1, arms.size())) {
        checked++;
        String both =
            "{\""
                + first.name()
                + "\": "
                + DOCUMENT.value(first)
                + ", \""
                + second.name()
                + "\": "
                + DOCUMENT.value(second)
                + "}";
        String text = DOCUMENT.text(first.kind(), first.parent(), both);
        if (ApiDocument.read(first.kind(), text).stream()
            .noneMatch(finding -> finding.id().equals("YAML-SECOND-ARM"))) {
          problems.add(second + " passes beside " + first.name());
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(checked).isGreaterThan(80);
  }

  @Test
  void what_is_beyond_a_limit_of_the_schema_is_refused() {
    List<String> problems = new ArrayList<>();
    int checked = 0;
    for (Row row : ApiTable.kindRows()) {
      for (Map.Entry<String, String> limit : row.limits().entrySet()) {
        Edge edge = Edge.of(row, limit.getKey(), limit.getValue(), DOCUMENT);
        if (edge == null) {
          continue;
        }
        checked++;
        List<String> within =
            places(DOCUMENT.text(row.kind(), row.path(), DOCUMENT.filledValue(row)));
        List<String> beyond = places(DOCUMENT.text(row.kind(), row.path(), edge.beyond()));
        String place = ApiDocument.place(row);
        boolean found =
            beyond.stream()
                .filter(one -> !within.contains(one))
                .map(one -> one.substring(one.indexOf(' ') + 1))
                .anyMatch(path -> path.startsWith(place) || place.startsWith(path));
        if (!found) {
          problems.add(row + " passes beyond " + limit + ": " + beyond);
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(checked).isGreaterThan(300);
  }

  private static List<String> places(String text) {
    return errors(text).stream()
        .map(finding -> finding.id() + " " + finding.path().replace("[8080]", ".8080"))
        .toList();
  }

  private static List<Finding> errors(String text) {
    return ApiDocument.judge(text).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }
}
