package com.policycortex.istio.analysis.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.ManifestReader;
import org.junit.jupiter.api.Test;

/** A change of a manifest by paths of fields. */
class ChangeTest {

  private final Manifest service =
      read(
          """
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata:
            name: reviews
            namespace: shop
            annotations: {example.com/a.b: one, example.com/a: two}
          spec:
            hosts: [reviews]
            http:
            - match:
              - {uri: {prefix: /a}, headers: {x.y: {exact: z}}}
              - {uri: {prefix: /b}}
              route: [{destination: {host: reviews}}]
            - route: [{destination: {host: reviews}}]
          """);

  @Test
  void a_value_takes_the_place_of_another() {
    assertThat(text(change().set("spec.http[0].match[1].uri.prefix", "/c")))
        .contains("prefix: /c")
        .doesNotContain("prefix: /b");
  }

  @Test
  void a_field_may_be_new_but_not_the_object_around_it() {
    assertThat(text(change().set("spec.http[1].timeout", "3s"))).contains("timeout: 3s");
    assertThat(change().set("spec.http[1].fault.abort", "x").manifest()).isEmpty();
    assertThat(change().set("spec.http[2].timeout", "3s").manifest()).isEmpty();
  }

  @Test
  void of_keys_with_dots_the_longest_is_meant() {
    assertThat(text(change().remove("metadata.annotations.example.com/a.b")))
        .contains("example.com/a: two")
        .doesNotContain("a.b");
    assertThat(text(change().rename("metadata.annotations[example.com/a]", "example.com/c")))
        .contains("example.com/a.b: one", "example.com/c: two");
    assertThat(text(change().rename("spec.http[0].match[0].headers.x.y", "x-y")))
        .contains("x-y:")
        .doesNotContain("x.y");
  }

  @Test
  void a_key_that_is_there_is_not_overwritten_by_another_name() {
    assertThat(change().rename("metadata.annotations[example.com/a]", "example.com/a.b").manifest())
        .isEmpty();
  }

  @Test
  void a_list_without_its_last_element_is_left_out() {
    Change change = change().remove("spec.http[0].match[0]").remove("spec.http[0].match[0]");

    assertThat(text(change)).doesNotContain("match");
  }

  @Test
  void what_is_not_there_makes_all_of_the_change_void() {
    for (String path :
        new String[] {
          "spec.http[9]",
          "spec.http[-1]",
          "spec.http[x]",
          "spec.hosts[0].a",
          "nothing",
          "spec.htt",
          "["
        }) {
      assertThat(change().set("spec.http[1].timeout", "3s").remove(path).manifest())
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void what_cannot_be_read_and_what_changes_nothing_is_no_change() {
    assertThat(change().set("spec.http[1].timeout", "soon").manifest()).isEmpty();
    assertThat(change().set("spec.unknown", "x").manifest()).isEmpty();
    assertThat(change().set("metadata.name", "other").manifest()).isEmpty();
    assertThat(change().set("spec.hosts[0]", "reviews").manifest()).isEmpty();
    assertThat(change().manifest()).isEmpty();
  }

  @Test
  void an_element_goes_where_it_is_put() {
    JsonValue match =
        JsonValue.object().with("uri", JsonValue.object().with("prefix", JsonValue.of("/new")));

    assertThat(text(change().insert("spec.http[0].match[1]", match)))
        .containsSubsequence("/a", "/new", "/b");
    assertThat(text(change().insert("spec.http[0].match[2]", match)))
        .containsSubsequence("/a", "/b", "/new");
    assertThat(change().insert("spec.http[0].match[3]", match).manifest()).isEmpty();
  }

  @Test
  void a_check_offers_repairs_of_so_many_findings_of_a_manifest() {
    CheckInfo info = CheckInfo.warning("SOME-CHECK", "Some check").fix("Do something");
    Report report = new Report(info, service);
    for (int i = 0; i < 30; i++) {
      report.add("spec.hosts[0]", "wrong").write("other");
    }

    assertThat(report.findings()).hasSize(30).allMatch(found -> found.hint().equals("Write other"));
    assertThat(report.findings().stream().map(Finding::repairs).filter(it -> !it.isEmpty()))
        .hasSize(20);
  }

  private Change change() {
    return Change.of(service);
  }

  private static String text(Change change) {
    return change.manifest().orElseThrow().toString();
  }

  private static Manifest read(String yaml) {
    return ManifestReader.read("a.yaml", yaml).manifests().get(0);
  }
}
