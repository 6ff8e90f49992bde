package com.policycortex.istio.dsl.ratelimit;

import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.ratelimit.GlobalRateLimit.globalRateLimit;
import static com.policycortex.istio.dsl.ratelimit.LocalRateLimit.localRateLimit;
import static com.policycortex.istio.dsl.ratelimit.RateLimit.limit;
import static com.policycortex.istio.dsl.ratelimit.RateLimitKey.claim;
import static com.policycortex.istio.dsl.ratelimit.RateLimitKey.remoteAddress;
import static com.policycortex.istio.dsl.ratelimit.RateLimitUnit.HOUR;
import static com.policycortex.istio.dsl.ratelimit.RateLimitUnit.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.model.Manifest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final ServiceRef gateway = service("istio-ingressgateway").in("istio-system");
  private final ServiceRef store = service("dragonfly").in("policycortex").tcp(6379);
  private final GlobalRateLimit limits =
      globalRateLimit(gateway, store)
          .limits(
              List.of(
                  limit(1000, MINUTE).by(remoteAddress()),
                  limit(5000, HOUR).by(claim("tier"), "basic").by(claim("tenant")),
                  limit(50000, HOUR).by(claim("tier"), "premium").by(claim("tenant"))));

  @Test
  void limitsBecomeATreeOfDescriptors() {
    assertThat(limits.configMap().data())
        .containsEntry(
            "config.yaml",
            """
            domain: policycortex
            descriptors:
            - key: remote_address
              rate_limit:
                unit: minute
                requests_per_unit: 1000
            - key: tier
              value: basic
              descriptors:
              - key: tenant
                rate_limit:
                  unit: hour
                  requests_per_unit: 5000
            - key: tier
              value: premium
              descriptors:
              - key: tenant
                rate_limit:
                  unit: hour
                  requests_per_unit: 50000
            """);
  }

  @Test
  void theGatewayCountsEachKindOfKeyOnce() {
    assertThat(limits.envoyFilter().toString().split("- actions:", -1)).hasSize(3);
    assertThat(limits.envoyFilter().toString())
        .contains("cluster_name: outbound|8081||ratelimit.policycortex.svc.cluster.local");
  }

  @Test
  void theServiceComesWithEverythingThatItNeeds() {
    assertThat(limits.manifests())
        .extracting(manifest -> manifest.kind().name())
        .containsExactly("ServiceAccount", "ConfigMap", "Service", "Deployment", "EnvoyFilter");
  }

  @Test
  void otherLimitsAreOtherPods() {
    assertThat(checksum(limits)).isNotEqualTo(checksum(limits.domain("other")));
  }

  @Test
  void twoLimitsForOneThingAreRefused() {
    assertThatThrownBy(
            () ->
                limits
                    .limits(
                        List.of(
                            limit(1, MINUTE).by(remoteAddress()),
                            limit(2, HOUR).by(remoteAddress())))
                    .configMap())
        .hasMessageContaining("two rate limits for one thing");
  }

  @Test
  void aLocalLimitTakesBurstsOfTwiceItsRate() {
    assertThat(localRateLimit(store, 100).envoyFilter().toString())
        .contains("max_tokens: 200", "tokens_per_fill: 100", "fill_interval: 1s");
    assertThatThrownBy(() -> new LocalRateLimit(store, 1, 1, Duration.ofMillis(10)))
        .hasMessageContaining("at most every 50ms");
  }

  private static String checksum(GlobalRateLimit limits) {
    return limits.manifests().stream()
        .map(Manifest::toString)
        .filter(yaml -> yaml.contains("checksum/config"))
        .findFirst()
        .orElseThrow();
  }
}
