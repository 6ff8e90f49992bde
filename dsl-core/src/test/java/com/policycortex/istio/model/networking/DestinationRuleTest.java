package com.policycortex.istio.model.networking;

import static com.policycortex.istio.model.networking.ConsistentHash.consistentHash;
import static com.policycortex.istio.model.networking.DestinationRule.destinationRule;
import static com.policycortex.istio.model.networking.LoadBalancerSettings.loadBalancerSettings;
import static com.policycortex.istio.model.networking.OutlierDetection.outlierDetection;
import static com.policycortex.istio.model.networking.Subset.subset;
import static com.policycortex.istio.model.networking.TrafficPolicy.trafficPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DestinationRuleTest {

  @Test
  void subsets_hash_and_circuit_breaker_print_as_their_yaml() {
    DestinationRule rule =
        destinationRule("core-api", "core-api.policycortex.svc.cluster.local")
            .in("policycortex")
            .trafficPolicy(
                trafficPolicy()
                    .loadBalancer(
                        loadBalancerSettings()
                            .lbPolicy(
                                new LoadBalancerPolicy.Hash(
                                    consistentHash()
                                        .hashKey(new HashKey.HttpHeaderName("x-tenant")))))
                    .outlierDetection(outlierDetection().consecutive5xxErrors(5)))
            .subsets(subset("v1").labels(Map.of("version", "v1")));

    assertThat(rule)
        .hasToString(
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: core-api
              namespace: policycortex
            spec:
              host: core-api.policycortex.svc.cluster.local
              trafficPolicy:
                loadBalancer:
                  consistentHash:
                    httpHeaderName: x-tenant
                outlierDetection:
                  consecutive5xxErrors: 5
              subsets:
              - name: v1
                labels:
                  version: v1
            """);
  }
}
