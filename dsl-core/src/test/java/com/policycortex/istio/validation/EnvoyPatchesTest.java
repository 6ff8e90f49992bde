package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Envoy says about the values of patches. */
class EnvoyPatchesTest {

  private static final String STRUCT = "type.googleapis.com/xds.type.v3.TypedStruct";
  private static final String LIMIT =
      "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";

  static Stream<String> answers() throws IOException {
    try (InputStream in = EnvoyPatchesTest.class.getResourceAsStream("envoy-answers.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void the_judge_says_of_a_struct_what_a_real_envoy_said(String line) {
    String[] words = line.split(" ", 3);
    List<EnvoyRemark> remarks = struct("type.googleapis.com/" + words[1], words[2]);
    String verdict =
        remarks.stream().anyMatch(EnvoyRemark::refused)
            ? "refused"
            : remarks.isEmpty() ? "taken" : "passed-over";
    assertThat(verdict).as("%s", remarks).isEqualTo(words[0]);
  }

  @Test
  void a_misspelt_field_has_the_near_name_as_its_hint() {
    List<EnvoyRemark> remarks =
        struct(
            LIMIT,
            "{stat_prefix: a, token_bucket: {max_token: 1, tokens_per_fill: 1, fill_interval: 1s}}");
    assertThat(remarks).extracting(EnvoyRemark::path).containsExactly(at("token_bucket.max_token"));
    assertThat(remarks.get(0).hint()).contains("Did you mean \"max_tokens\"?");
  }

  @Test
  void a_field_that_belongs_further_in_or_out_is_said_to() {
    List<EnvoyRemark> remarks =
        struct(
            LIMIT,
            "{stat_prefix: a, max_tokens: 1, token_bucket: {fill_interval: 1s, status: {code: 429}}}");
    assertThat(remarks.stream().map(remark -> remark.hint().orElse("")))
        .containsExactly(
            "Write it further out, beside the fields of typed_config.value",
            "Write it within token_bucket, which has such a field");
  }

  @Test
  void a_number_where_a_duration_is_wanted_is_one_of_seconds() {
    List<EnvoyRemark> remarks =
        struct(LIMIT, "{stat_prefix: a, token_bucket: {max_tokens: 1, fill_interval: 60}}");
    assertThat(remarks).hasSize(1);
    assertThat(remarks.get(0).hint()).contains("Write 60s");
  }

  @Test
  void what_a_merge_leaves_out_is_not_missed_and_what_it_says_is_judged() {
    String value = "{name: x, typed_config: {\"@type\": " + LIMIT + ", token_bucket: %s}}";
    assertThat(remarks("HTTP_FILTER", "MERGE", value.formatted("{max_tokens: 1}"))).isEmpty();
    assertThat(remarks("HTTP_FILTER", "MERGE", value.formatted("{fill_interval: 10ms}")))
        .extracting(EnvoyRemark::path)
        .containsExactly("typed_config.token_bucket.fill_interval");
    assertThat(remarks("HTTP_FILTER", "INSERT_FIRST", value.formatted("{max_tokens: 1}")))
        .extracting(EnvoyRemark::message)
        .containsExactly("stat_prefix is needed", "fill_interval is needed");
  }

  @Test
  void a_whole_cluster_is_judged_and_one_that_is_removed_is_not() {
    assertThat(remarks("CLUSTER", "ADD", "{connect_timeout: 0s}"))
        .extracting(EnvoyRemark::message)
        .contains("name is needed", "it must be more than 0s");
    assertThat(remarks("CLUSTER", "REMOVE", "{connect_timeout: 0s}")).isEmpty();
  }

  @Test
  void a_type_of_version_2_is_named_in_version_3() {
    List<EnvoyRemark> remarks =
        struct("type.googleapis.com/envoy.config.filter.http.lua.v2.Lua", "{inline_code: x}");
    assertThat(remarks.get(0).refused()).isTrue();
    assertThat(remarks.get(0).hint())
        .contains("Write the type envoy.extensions.filters.http.lua.v3.Lua");
  }

  @Test
  void a_type_of_somebody_else_is_left_alone() {
    assertThat(struct("type.googleapis.com/somebody.Config", "{a: 1}")).isEmpty();
  }

  private static String at(String place) {
    return "typed_config.value." + place;
  }

  private static List<EnvoyRemark> struct(String type, String value) {
    return remarks(
        "HTTP_FILTER",
        "INSERT_FIRST",
        "{name: x, typed_config: {\"@type\": "
            + STRUCT
            + ", type_url: "
            + type
            + ", value: "
            + value
            + "}}");
  }

  private static List<EnvoyRemark> remarks(String applyTo, String operation, String value) {
    String yaml =
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: a, namespace: b}
        spec:
          configPatches:
          - applyTo: %s
            patch: {operation: %s, value: %s}
        """
            .formatted(applyTo, operation, value);
    EnvoyFilter filter = (EnvoyFilter) ManifestReader.read("a.yaml", yaml).manifests().get(0);
    EnvoyConfigObjectPatch patch = filter.configPatches().get(0);
    return EnvoyPatches.remarks(patch);
  }
}
