package com.policycortex.istio.dsl;

import static com.policycortex.istio.dsl.Istio.circuitBreaker;
import static com.policycortex.istio.dsl.Istio.consecutive5xxErrors;
import static com.policycortex.istio.dsl.Istio.destinationRule;
import static com.policycortex.istio.dsl.Istio.trafficPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.validation.Validation;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  @Test
  void withoutLimitsThereIsNoConnectionPool() {
    assertThat(circuitBreaker().consecutive5xxErrors(5).applyTo(trafficPolicy()))
        .hasToString(
            """
            outlierDetection:
              consecutive5xxErrors: 5
            """);
  }

  @Test
  void withoutEjectionThereIsNoOutlierDetectionWhichWouldEjectByDefault() {
    assertThat(circuitBreaker().maxConnections(100).applyTo(trafficPolicy()))
        .hasToString(
            """
            connectionPool:
              tcp:
                maxConnections: 100
            """);
  }

  @Test
  void aHalfThatSetsNothingLeavesWhatThePolicyHas() {
    var policy = trafficPolicy().outlierDetection(consecutive5xxErrors(7));
    assertThat(circuitBreaker().maxConnections(100).applyTo(policy).outlierDetection())
        .contains(consecutive5xxErrors(7));
  }

  @Test
  void aRuleGetsNoEmptyPolicy() {
    var rule = destinationRule("cart", "cart.shop.svc.cluster.local").in("shop");
    assertThat(circuitBreaker().applyTo(rule)).isEqualTo(rule);
    assertThat(Validation.validate(circuitBreaker().consecutive5xxErrors(5).applyTo(rule)))
        .isEmpty();
    assertThat(Validation.validate(circuitBreaker().maxConnections(5).applyTo(rule))).isEmpty();
  }
}
