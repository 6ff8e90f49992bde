package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document that is a JSON value is read as its text is. */
class JsonDocumentTest {

  private static final String TEXT =
      """
      apiVersion: networking.istio.io/v1alpha3
      kind: EnvoyFilter
      metadata: {name: a, labels: {version: "1.10", "on": "y"}}
      spec:
        priority: -7
        configPatches:
        - applyTo: CLUSTER
          patch: {operation: MERGE, value: {a: [1.5, true, null, "12:30", "0x1", ""], b: {}, c: 1e300}}
      """;

  @Test
  void theValueIsTheSameAsThatOfTheText() {
    Manifest manifest = ManifestReader.read("a.yaml", TEXT).manifests().get(0);

    ReadResult read = ManifestReader.read("a program", JsonValue.of(manifest));

    assertThat(read.findings()).isEmpty();
    assertThat(read.manifests()).containsExactly(manifest);
  }

  @Test
  void mistakesAreFoundAndNameTheSource() {
    JsonObject document =
        configMap().with("dota", JsonValue.object()).with("data", JsonValue.object().with("a", 5));

    List<Finding> findings = ManifestReader.read("a program", document).findings();

    assertThat(findings)
        .extracting(Finding::id, Finding::path, f -> f.origin().toString())
        .containsExactly(
            tuple("YAML-TYPE", "data.a", "a program"),
            tuple("YAML-UNKNOWN-FIELD", "dota", "a program"));
  }

  @Test
  void aListHoldsSeveral() {
    JsonObject list =
        JsonValue.object()
            .with("apiVersion", "v1")
            .with("kind", "List")
            .with("items", JsonValue.array(configMap(), configMap()));

    assertThat(ManifestReader.read("a program", list).manifests()).hasSize(2);
  }

  @Test
  void theLimitsOfADocumentHold() {
    JsonValue deep = JsonValue.object();
    for (int i = 0; i < 200; i++) {
      deep = JsonValue.array(deep);
    }
    assertLimit(configMap().with("deep", deep));

    BigDecimal tooLong = new BigDecimal("1".repeat(10_001));
    assertLimit(configMap().with("long", new JsonNumber(tooLong)));
  }

  private static void assertLimit(JsonObject document) {
    ReadResult read = ManifestReader.read("a program", document);
    assertThat(read.manifests()).isEmpty();
    assertThat(read.findings()).extracting(Finding::id).containsExactly("YAML-LIMIT");
  }

  private static JsonObject configMap() {
    return JsonValue.object()
        .with("apiVersion", "v1")
        .with("kind", "ConfigMap")
        .with("metadata", JsonValue.object().with("name", "a"));
  }
}
