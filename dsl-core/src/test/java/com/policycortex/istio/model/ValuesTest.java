package com.policycortex.istio.model;

import static com.policycortex.istio.model.networking.OutlierDetection.outlierDetection;
import static com.policycortex.istio.model.networking.ProxyConfig.proxyConfig;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void the_circuit_breaker_prints_as_its_yaml() {
    OutlierDetection breaker =
        outlierDetection()
            .consecutive5xxErrors(5)
            .interval(ofSeconds(30))
            .baseEjectionTime(ofSeconds(30))
            .maxEjectionPercent(50);

    assertThat(breaker)
        .hasToString(
            """
            consecutive5xxErrors: 5
            interval: 30s
            baseEjectionTime: 30s
            maxEjectionPercent: 50
            """);
  }

  @Test
  void a_changed_copy_leaves_the_first_value_as_it_was() {
    OutlierDetection five = outlierDetection().consecutive5xxErrors(5);
    OutlierDetection seven = five.consecutive5xxErrors(7);

    assertThat(five.consecutive5xxErrors()).contains(5L);
    assertThat(seven.consecutive5xxErrors()).contains(7L);
    assertThat(seven).isNotEqualTo(five).isEqualTo(outlierDetection().consecutive5xxErrors(7));
  }

  @Test
  void a_manifest_prints_as_a_document_that_can_be_applied() {
    ProxyConfig config =
        proxyConfig("two-threads")
            .in("policycortex")
            .concurrency(2)
            .environmentVariables(Map.of("ISTIO_META_B", "on", "ISTIO_META_A", "1"));

    assertThat(config)
        .hasToString(
            """
            apiVersion: networking.istio.io/v1beta1
            kind: ProxyConfig
            metadata:
              name: two-threads
              namespace: policycortex
            spec:
              concurrency: 2
              environmentVariables:
                ISTIO_META_A: "1"
                ISTIO_META_B: "on"
            """);
  }

  @Test
  void a_manifest_knows_the_line_of_java_that_made_it_and_equality_ignores_it() {
    ProxyConfig first = proxyConfig("same");
    ProxyConfig second = proxyConfig("same");

    assertThat(first.origin().file()).isEqualTo("ValuesTest.java");
    assertThat(first.origin().line()).isNotEqualTo(second.origin().line());
    assertThat(first).isEqualTo(second);
  }

  @Test
  void namingElementsAddsThemAndACollectionReplacesThem() {
    VirtualService added = VirtualService.virtualService("v").hosts("a").hosts("b", "c");
    assertThat(added.hosts()).containsExactly("a", "b", "c");
    assertThat(added.hosts(List.of("d")).hosts()).containsExactly("d");
  }
}
