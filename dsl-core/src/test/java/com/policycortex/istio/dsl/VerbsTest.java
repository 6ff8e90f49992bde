package com.policycortex.istio.dsl;

import static com.policycortex.istio.dsl.Istio.consecutive5xxErrors;
import static com.policycortex.istio.dsl.Istio.cookie;
import static com.policycortex.istio.dsl.Istio.destinationRule;
import static com.policycortex.istio.dsl.Istio.header;
import static com.policycortex.istio.dsl.Istio.label;
import static com.policycortex.istio.dsl.Istio.method;
import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.Istio.split;
import static com.policycortex.istio.dsl.Istio.uri;
import static com.policycortex.istio.dsl.Istio.virtualService;
import static com.policycortex.istio.dsl.Istio.when;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import com.policycortex.istio.model.networking.StringMatch.Regex;
import org.junit.jupiter.api.Test;

class VerbsTest {

  private final ServiceRef coreApi = service("core-api").in("policycortex").http(8080);
  private final SubsetRef v1 = coreApi.subset("v1", label("version", "v1"));
  private final SubsetRef v2 = coreApi.subset("v2", label("version", "v2"));

  @Test
  void aCanaryReadsLikeASentence() {
    var canary =
        virtualService(coreApi)
            .http(when(header("canary").exact("true")).routeTo(v2))
            .http(split(v1.weight(90), v2.weight(10)).timeout(ofSeconds(30)));

    assertThat(canary)
        .hasToString(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: core-api
              namespace: policycortex
            spec:
              hosts:
              - core-api.policycortex.svc.cluster.local
              http:
              - match:
                - headers:
                    canary:
                      exact: "true"
                route:
                - destination:
                    host: core-api.policycortex.svc.cluster.local
                    subset: v2
              - route:
                - destination:
                    host: core-api.policycortex.svc.cluster.local
                    subset: v1
                  weight: 90
                - destination:
                    host: core-api.policycortex.svc.cluster.local
                    subset: v2
                  weight: 10
                timeout: 30s
            """);
  }

  @Test
  void aCircuitBreakerIsPartOfTheDestinationRule() {
    var breaker =
        destinationRule(coreApi, v1, v2)
            .outlierDetection(
                consecutive5xxErrors(5)
                    .interval(ofSeconds(30))
                    .baseEjectionTime(ofSeconds(30))
                    .maxEjectionPercent(50));

    assertThat(breaker.subsets()).hasSize(2);
    assertThat(breaker.toString()).contains("consecutive5xxErrors: 5", "maxEjectionPercent: 50");
  }

  @Test
  void aSubsetOfAnotherServiceIsRefusedWhereItIsWritten() {
    var other = service("other").in("policycortex").http(80).subset("v1", label("version", "v1"));
    assertThatThrownBy(() -> destinationRule(coreApi, other))
        .hasMessageContaining("other.policycortex/v1 is a subset of another service");
  }

  @Test
  void conditionsOfOneMatchAllHoldAndAlternativesStandBeside() {
    var route =
        when(uri().prefix("/api/v1"), method().exact("GET")).or(uri().exact("/x")).routeTo(coreApi);
    assertThat(route.match()).hasSize(2);
    assertThat(route.match().get(0).method()).isPresent();
  }

  @Test
  void twoConditionsOnOneThingAreRefused() {
    assertThatThrownBy(() -> when(uri().prefix("/a"), uri().prefix("/b")))
        .hasMessageContaining("two conditions on the uri");
  }

  @Test
  void aCookieIsFoundAmongOthersAndByItsWholeName() {
    var regex =
        (Regex) requireNonNull(cookie("canary").exact("true").match().headers().get("cookie"));
    assertThat(Pattern.matches(regex.value(), "canary=true")).isTrue();
    assertThat(Pattern.matches(regex.value(), "a=b; canary=true; c=d")).isTrue();
    assertThat(Pattern.matches(regex.value(), "xcanary=true")).isFalse();
    assertThat(Pattern.matches(regex.value(), "canary=truely")).isFalse();
  }

  @Test
  void aServiceWithSeveralPortsIsRoutedToByItsFirst() {
    assertThat(service("a").http(80).grpc(90).destination().port()).isPresent();
    assertThat(service("a").http(80).destination().port()).isEmpty();
  }

  @Test
  void anAccountWithoutNamespaceHasNoPrincipal() {
    assertThat(coreApi.serviceAccount().principal())
        .isEqualTo("cluster.local/ns/policycortex/sa/core-api");
    assertThatThrownBy(() -> service("a").serviceAccount().principal())
        .hasMessageContaining("no namespace");
  }
}
