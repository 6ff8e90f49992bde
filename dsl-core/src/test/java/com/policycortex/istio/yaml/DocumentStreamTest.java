package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kubectl's decoder reads: {@code conformance/cmd/streams} asks it. */
class DocumentStreamTest {

  private static final String YAML = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n";
  private static final String JSON =
      "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"a\"}}";

  private static ReadResult read(String text) {
    ReadResult read = ManifestReader.read("a.yaml", text);
    assertThat(read.findings()).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    return read;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"---# two\n", "---\u00A0\n", "--- # two\n", "---\t\n", "---\r\n", "---\n\uFEFF"})
  void aMarkerMayHaveACommentAndBlanksBehindIt(String marker) {
    ReadResult read = read(YAML + marker + YAML);

    assertThat(read.manifests()).hasSize(2);
    assertThat(read.manifests().get(1).origin().line()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " ", "\n---\n"})
  void valuesOfJsonFollowEachOther(String between) {
    assertThat(read(JSON + between + JSON).manifests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\n---\n", "---\n---\n---\n", "---\n--- # two\n"})
  void markersMayFollowEachOther(String markers) {
    assertThat(read(YAML + markers + YAML).manifests()).hasSize(2);
    assertThat(read(markers + YAML + markers).manifests()).hasSize(1);
  }

  @Test
  void yamlMayFollowOneValueOfJson() {
    assertThat(read(JSON + "\n---\n" + YAML).manifests()).hasSize(2);
  }

  @Test
  void aFieldOfJsonHasItsPlace() {
    String text = JSON + " " + JSON.replace("name", "nmae");

    assertThat(ManifestReader.read("a.json", text).findings())
        .extracting(Finding::id, finding -> finding.origin().toString())
        .contains(tuple("YAML-UNKNOWN-FIELD", "a.json:1:114"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"\\/\"", "\"\\uD83D\\uDE00\"", "\"\\uD83D\"", "\"\u2028\uFFFE\"", "-0", "1E+3"})
  void jsonIsReadAsJson(String value) {
    String text =
        "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Thing\",\"spec\":{\"a\":" + value + "}}";

    assertThat(read(text).manifests()).hasSize(1);
  }

  private static String spec(String value) {
    String text = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: " + value;
    return String.join("\n", read(text).manifests().get(0).toString().lines().skip(4).toList());
  }

  @Test
  void whatGoReadsIsRead() {
    assertThat(spec("{x: a:}\n")).contains("x: \"a:\"");
    assertThat(spec("{x: [a:, 'b']}\n")).contains("\"a:\"");
    assertThat(spec("{x: {a:}}\n")).contains("a:");
    assertThat(spec("\n  x: |#c\n    a\n")).contains("a");
    assertThat(spec("{x: [\"a\"\t, b]}\n")).contains("a", "b");
    assertThat(spec("{x: \"it\\'s\"}\n")).contains("it's");
    assertThat(spec("\n  x: |\n    a")).isEqualTo(spec("\n  x: |\n    a\n"));
  }

  @Test
  void aNumberIsTheFloatThatGoHolds() {
    String filter =
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: a}
        spec: {priority: 9.99999999999999999999}
        """;

    assertThat(read(filter).manifests().get(0).toString()).contains("priority: 10");
  }
}
