package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.random.RandomManifests;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
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

  /** A typo in a destination says nothing of hosts, timeouts and other routes. */
  @Test
  void a_typo_hides_nothing_of_the_fields_around_it() {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a}
        spec:
          hosts: [a..b]
          http:
          - timeout: 0.5ms
            retries: {attempts: 3, %s: odd}
            route:
            - {destination: {host: a}, weight: 0}
            - {destination: {host: b}, %s: 0}
          - route: [{destination: {host: c..d, port: {number: 70000}}}]
        """;

    assertThat(said(yaml.formatted("retryOn", "weigth")))
        .containsExactly(
            "VS-HOST spec.hosts[0]",
            "VS-TIMEOUT spec.http[0].timeout",
            "VS-RETRY-ON spec.http[0].retries.retryOn",
            "VS-DEST-HOST spec.http[1].route[0].destination.host",
            "VS-DEST-PORT spec.http[1].route[0].destination.port.number");
    assertThat(said(yaml.formatted("retyOn", "weight")))
        .containsExactly(
            "VS-HOST spec.hosts[0]",
            "VS-WEIGHT-SUM spec.http[0].route",
            "VS-TIMEOUT spec.http[0].timeout",
            "VS-DEST-HOST spec.http[1].route[0].destination.host",
            "VS-DEST-PORT spec.http[1].route[0].destination.port.number");
  }

  private static List<String> said(String yaml) {
    HalfRead half = ManifestReader.read("a.yaml", yaml).halfRead().get(0);
    return Validation.validate(half.manifest(), half.unread()).stream()
        .map(finding -> finding.id() + " " + finding.path())
        .toList();
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

  /** Nor of manifests made by chance, in which many rules are broken at once. */
  @Test
  @Tag("long")
  void no_mistake_of_reading_makes_a_rule_complain_of_a_random_manifest() {
    Set<String> wrong = new TreeSet<>();
    int halfRead = 0;
    for (Kind<?> kind : ManifestReader.kinds()) {
      for (int seed = 0; seed < 3; seed++) {
        JsonObject whole = JsonValue.of(RandomManifests.plain(kind, seed));
        List<Manifest> read = ManifestReader.read("a", whole).manifests();
        if (read.isEmpty()) {
          continue;
        }
        Set<String> before = said(Validation.validate(read.get(0)));
        List<JsonValue> broken = broken(whole);
        for (int i = seed; i < broken.size(); i += 1 + broken.size() / 30) {
          for (HalfRead half : halfRead(broken.get(i))) {
            halfRead++;
            Set<String> more = said(Validation.validate(half.manifest(), half.unread()));
            more.removeAll(before);
            more.forEach(one -> wrong.add(kind.name() + " " + one + " unread " + half.unread()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(halfRead).isGreaterThan(1_000);
  }

  /** Whatever is broken in an example: nothing is said of the rest that was not said before. */
  @Test
  @Tag("long")
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

  static List<HalfRead> halfRead(JsonValue document) {
    return document instanceof JsonObject object
        ? ManifestReader.read("a", object).halfRead()
        : List.of();
  }

  static Set<String> said(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.id() + " " + finding.path())
        .collect(Collectors.toSet());
  }

  // The value with one field misspelt, or one value of another type, each in turn.
  static List<JsonValue> broken(JsonValue value) {
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
