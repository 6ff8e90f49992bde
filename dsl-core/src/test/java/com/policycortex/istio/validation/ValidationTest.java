package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationTest {

  private static final VirtualService GOOD =
      VirtualService.virtualService("core-api")
          .in("policycortex")
          .hosts("core-api")
          .http(HttpRoute.httpRoute().route(to("v1", 90), to("v2", 10)));

  @Test
  void a_good_manifest_has_no_findings() {
    assertThat(Validation.validate(GOOD)).isEmpty();
  }

  @Test
  void a_finding_names_rule_place_gate_and_what_to_write() {
    VirtualService bad =
        GOOD.http(List.of(HttpRoute.httpRoute().route(to("v1", -1), to("v2", 10))));

    Finding finding = Validation.validate(bad).get(0);

    assertThat(finding.id()).isEqualTo("VS-DEST-WEIGHT");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.path()).isEqualTo("spec.http[0].route[0].weight");
    assertThat(finding.message()).isEqualTo("-1 is negative (istiod refuses it)");
    assertThat(finding.hint()).startsWith("Write 0 or more");
    assertThat(finding.resource()).hasToString("VirtualService policycortex/core-api");
    assertThat(finding.origin().file()).isEqualTo("ValidationTest.java");
  }

  @Test
  void all_mistakes_are_found_at_once() {
    VirtualService bad =
        VirtualService.virtualService("Core_API")
            .hosts("a..b")
            .http(HttpRoute.httpRoute().route(to("v1", 0), to("v2", 0)));

    assertThat(Validation.validate(bad))
        .extracting(Finding::id)
        .containsExactly("META-NAME", "VS-HOST", "VS-WEIGHT-SUM");
  }

  @Test
  void the_findings_are_in_the_order_of_the_manifests_however_many_cores_look() {
    List<VirtualService> many =
        IntStream.range(0, 2000)
            .mapToObj(i -> GOOD.in("n" + i))
            .map(service -> service.hosts("a..b", "a..b." + service.namespace().orElse("")))
            .toList();

    List<Finding> one = new ArrayList<>();
    many.forEach(manifest -> one.addAll(Validation.validate(manifest)));

    assertThat(one).hasSizeGreaterThan(2000);
    assertThat(Validation.validate(many)).isEqualTo(one);
  }

  @Test
  void two_manifests_of_one_name_are_found_in_a_collection() {
    assertThat(Validation.validate(List.of(GOOD, GOOD.hosts("other"))))
        .extracting(Finding::id)
        .containsExactly("META-DUPLICATE");
    assertThat(Validation.validate(List.of(GOOD, GOOD.in("elsewhere")))).isEmpty();
  }

  @Test
  void the_exception_lists_every_finding() {
    List<Finding> findings = Validation.validate(GOOD.hosts(List.of("a..b")).exportTo("b ad"));

    assertThat(new InvalidManifestsException(findings))
        .hasMessageContaining("2 errors")
        .hasMessageContaining("VS-HOST")
        .hasMessageContaining("EXPORTTO-VALUE");
  }

  @Test
  void every_rule_has_an_id_and_a_hint_that_says_what_to_do() {
    assertThat(RuleBook.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[A-Z]+(-[A-Z0-9]+)+");
              assertThat(rule.hint()).matches("[A-Z][a-z]+ .*");
            });
  }

  private static HttpRouteDestination to(String subset, int weight) {
    return HttpRouteDestination.httpRouteDestination(
            Destination.destination("core-api").subset(subset))
        .weight(weight);
  }
}
