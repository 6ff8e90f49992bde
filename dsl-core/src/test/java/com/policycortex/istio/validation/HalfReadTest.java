package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.HalfRead;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A mistake of reading hides no other mistake, and is not told a second time by the rules. */
class HalfReadTest {

  @Test
  void what_lies_elsewhere_is_judged_all_the_same() {
    ReadResult read =
        ManifestReader.read(
            "a.yaml",
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: A}
            spec:
              hosts: [a]
              http:
              - retries: {attemps: 3}
                route: [{destination: {host: a}}]
              - route: [{destination: {host: a}, weight: -1}]
              - rote: []
            """);

    assertThat(read.manifests()).isEmpty();
    assertThat(read.findings()).extracting(Finding::path).hasSize(2);
    HalfRead half = read.halfRead().get(0);
    assertThat(Validation.validate(half.manifest(), half.unread()))
        .extracting(finding -> finding.id() + " " + finding.path())
        .containsExactly("META-NAME metadata.name", "VS-DEST-WEIGHT spec.http[1].route[0].weight");
  }

  @Test
  void what_depends_on_something_unread_is_not_said() {
    ReadResult read =
        ManifestReader.read(
            "a.yaml",
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: a}
            spec:
              hosts: [a.example]
              resolution: STATC
              ports: [{number: 80, name: http}, 5, {number: 90, name: "-"}]
              endpoints: [{address: a.example}]
            """);

    HalfRead half = read.halfRead().get(0);
    assertThat(half.unread())
        .containsExactlyInAnyOrder("spec.resolution", "spec.ports[1]", "spec.ports");
    assertThat(Validation.validate(half.manifest(), half.unread())).isEmpty();
  }

  /** Whatever is broken in an example: nothing is said of the rest that was not said before. */
  @Test
  void no_mistake_of_reading_makes_a_rule_complain() throws IOException {
    int halfRead = 0;
    List<String> wrong = new ArrayList<>();
    Map<String, String> examples = new LinkedHashMap<>();
    for (RuleExample example : RuleExample.all()) {
      examples.put(RuleExample.yaml(example.repaired()), example.id());
    }
    for (Map.Entry<String, String> example : examples.entrySet()) {
      String yaml = example.getKey();
      for (Manifest manifest : ManifestReader.read("a.yaml", yaml).manifests()) {
        Set<String> before = said(Validation.validate(manifest));
        for (JsonValue broken : broken(JsonValue.of(manifest))) {
          for (HalfRead half : halfRead(broken)) {
            halfRead++;
            Set<String> more = said(Validation.validate(half.manifest(), half.unread()));
            more.removeAll(before);
            if (!more.isEmpty()) {
              wrong.add(example.getValue() + " " + more + " but unread " + half.unread());
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(halfRead).isGreaterThan(3_000);
  }

  private static List<HalfRead> halfRead(JsonValue document) {
    return document instanceof JsonObject object
        ? ManifestReader.read("a", object).halfRead()
        : List.of();
  }

  private static Set<String> said(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.id() + " " + finding.path())
        .collect(Collectors.toSet());
  }

  // The value with one field misspelt, or one value of another type, each in turn.
  private static List<JsonValue> broken(JsonValue value) {
    List<JsonValue> all = new ArrayList<>();
    if (value instanceof JsonObject object) {
      object
          .fields()
          .forEach(
              (name, field) -> {
                Map<String, JsonValue> misspelt = new LinkedHashMap<>(object.fields());
                misspelt.remove(name);
                misspelt.put(name + "x", field);
                all.add(new JsonObject(misspelt));
                for (JsonValue other : broken(field)) {
                  all.add(object.with(name, other));
                }
              });
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.values().size(); i++) {
        for (JsonValue other : broken(array.values().get(i))) {
          List<JsonValue> elements = new ArrayList<>(array.values());
          elements.set(i, other);
          all.add(new JsonArray(elements));
        }
      }
    }
    all.add(value instanceof JsonArray ? JsonValue.of("wrong") : JsonValue.array());
    return all;
  }
}
