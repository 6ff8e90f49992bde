package com.policycortex.istio.validation;

import static com.policycortex.istio.model.TargetReference.targetReference;
import static com.policycortex.istio.model.WorkloadSelector.workloadSelector;
import static com.policycortex.istio.model.networking.HttpRoute.httpRoute;
import static com.policycortex.istio.model.networking.VirtualService.virtualService;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.HttpBody;
import com.policycortex.istio.model.networking.HttpDirectResponse;
import com.policycortex.istio.model.networking.HttpDirectResponseBody;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each limit of the schema and of istiod: what just fits, and one more. */
class LimitsTest {

  private static final AuthorizationPolicy POLICY =
      AuthorizationPolicy.authorizationPolicy("a").in("b");

  @Test
  void a_fixed_answer_has_at_most_one_mebibyte_and_a_warning_from_100_kibibytes() {
    assertThat(ids(answer(100 << 10))).isEmpty();
    assertThat(ids(answer((100 << 10) + 1))).containsExactly("VS-DIRECT-BODY-LARGE");
    assertThat(ids(answer(1 << 20))).containsExactly("VS-DIRECT-BODY-LARGE");
    assertThat(ids(answer((1 << 20) + 1))).containsExactly("VS-DIRECT-BODY-MAX");
  }

  @Test
  void a_selector_has_at_most_4096_labels() {
    assertThat(ids(POLICY.selector(workloadSelector(labels(4096))))).isEmpty();
    assertThat(ids(POLICY.selector(workloadSelector(labels(4097)))))
        .containsExactly("SELECTOR-LABELS-MAX");
  }

  @Test
  void a_policy_has_at_most_512_rules_with_at_most_512_sources_each() {
    AuthorizationRule rule = AuthorizationRule.authorizationRule();
    AuthorizationFrom from =
        AuthorizationFrom.authorizationFrom()
            .source(AuthorizationSource.authorizationSource().namespaces("a"));

    assertThat(ids(POLICY.rules(Collections.nCopies(512, rule)))).isEmpty();
    assertThat(ids(POLICY.rules(Collections.nCopies(513, rule)))).containsExactly("AP-RULES-MAX");
    assertThat(ids(POLICY.rules(from(from, 512)))).isEmpty();
    assertThat(ids(POLICY.rules(from(from, 513)))).containsExactly("AP-LIST-MAX");
  }

  @Test
  void a_policy_attaches_to_at_most_16_targets() {
    TargetReference target = targetReference("gateway.networking.k8s.io", "Gateway", "a");

    assertThat(ids(POLICY.targetRefs(Collections.nCopies(16, target)))).isEmpty();
    assertThat(ids(POLICY.targetRefs(Collections.nCopies(17, target))))
        .containsExactly("AP-TARGETREFS-MAX");
    assertThat(
            ids(
                RequestAuthentication.requestAuthentication("a")
                    .targetRefs(Collections.nCopies(17, target))))
        .containsExactly("RA-TARGETREFS-MAX");
    assertThat(ids(Telemetry.telemetry("a").targetRefs(Collections.nCopies(17, target))))
        .containsExactly("TEL-TARGETREFS-MAX");
    assertThat(
            ids(
                WasmPlugin.wasmPlugin("a", "oci://a/b")
                    .targetRefs(Collections.nCopies(17, target))))
        .containsExactly("WASM-TARGETREFS-MAX");
    assertThat(ids(EnvoyFilter.envoyFilter("a").targetRefs(Collections.nCopies(17, target))))
        .containsExactly("EF-CAUTION", "EF-TARGETREFS-MAX");
  }

  @Test
  void annotations_have_at_most_262144_bytes() {
    Metadata metadata = Metadata.metadata("a");

    assertThat(ids(POLICY.metadata(metadata.annotation("k", "x".repeat(262_143))))).isEmpty();
    assertThat(ids(POLICY.metadata(metadata.annotation("k", "x".repeat(262_144)))))
        .containsExactly("META-ANNOTATIONS-SIZE");
  }

  @Test
  void a_service_entry_has_at_most_256_hosts() {
    assertThat(ids(ServiceEntry.serviceEntry("a").hosts(hosts(256)))).isEmpty();
    assertThat(ids(ServiceEntry.serviceEntry("a").hosts(hosts(257))))
        .containsExactly("SE-LIST-MAX");
  }

  @Test
  void a_regex_has_at_most_1024_bytes_not_characters() {
    assertThat(Regexes.problem("é".repeat(512))).isNull();
    assertThat(Regexes.problem("é".repeat(513))).contains("1026 bytes");
    assertThat(Regexes.problem("(".repeat(1 << 20))).contains("1048576 bytes");
  }

  @Test
  void a_number_beyond_32_bits_is_refused() {
    DestinationRule rule =
        DestinationRule.destinationRule("a", "a")
            .outlierDetection(OutlierDetection.outlierDetection().consecutive5xxErrors(1L << 32));

    assertThat(ids(rule)).containsExactly("DR-UINT32");
  }

  @Test
  void a_duration_beyond_292_years_is_refused() {
    VirtualService service =
        virtualService("a")
            .hosts("a")
            .http(
                httpRoute()
                    .timeout(Duration.ofDays(365 * 300))
                    .route(
                        HttpRouteDestination.httpRouteDestination(Destination.destination("a"))));

    assertThat(ids(service)).containsExactly("VS-TIMEOUT");
  }

  @Test
  void hosts_in_every_script_and_regexes_of_a_megabyte_get_a_verdict() {
    for (String host : List.of("ä.com", "例え.jp", "\uD83D\uDE00", "\uD800", "a\u0000b", "İ.com")) {
      assertThat(ids(virtualService("a").hosts(host))).contains("VS-HOST");
    }
    assertThat(ids(virtualService("a").hosts("a".repeat(1 << 20)))).contains("VS-HOST");
  }

  private static List<String> ids(Manifest manifest) {
    return Validation.validate(manifest).stream().map(Finding::id).toList();
  }

  private static VirtualService answer(int bytes) {
    return virtualService("a")
        .hosts("a")
        .http(
            httpRoute()
                .directResponse(
                    HttpDirectResponse.httpDirectResponse(200)
                        .body(
                            HttpDirectResponseBody.httpDirectResponseBody()
                                .specifier(new HttpBody.Text("x".repeat(bytes))))));
  }

  private static List<AuthorizationRule> from(AuthorizationFrom from, int times) {
    return List.of(AuthorizationRule.authorizationRule().from(Collections.nCopies(times, from)));
  }

  private static Map<String, String> labels(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "label-" + i, i -> "x"));
  }

  private static List<String> hosts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "h" + i + ".example.com").toList();
  }
}
