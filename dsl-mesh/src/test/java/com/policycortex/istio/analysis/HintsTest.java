package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A hint says what is to be done here. */
class HintsTest {

  @Test
  void a_host_that_the_namespace_does_not_see_is_to_be_exported_to_it() {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: payments, namespace: bank}
        spec:
          hosts: [api.payments.example]
          exportTo: ["."]
          resolution: DNS
          ports: [{number: 80, name: http, protocol: HTTP}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: payments, namespace: shop}
        spec:
          hosts: [api.payments.example]
          http:
            - route: [{destination: {host: api.payments.example}}]
        """;

    assertThat(hint("REF-ROUTE-HOST-MISSING", yaml))
        .isEqualTo("Add shop to exportTo of the ServiceEntry bank/payments");
  }

  @Test
  void alternatives_that_were_meant_together_belong_into_one_source_or_operation() {
    String policy =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: reviews, namespace: shop}
        spec:
          rules:
            - from:
                - source: {principals: [cluster.local/ns/shop/sa/web]}
              %s
        """;

    assertThat(
            hint(
                "AUTHZ-OR-INSTEAD-OF-AND",
                policy.formatted("  - source: {requestPrincipals: [\"*\"]}")))
        .isEqualTo("Put both into one source");
    assertThat(
            hint(
                "AUTHZ-OR-INSTEAD-OF-AND",
                policy.formatted(
                    "to: [{operation: {methods: [GET]}}, {operation: {paths: [/reviews]}}]")))
        .isEqualTo("Put both into one operation");
  }

  @Test
  void retries_without_a_time_for_each_try_are_to_have_one() {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: shop}
        spec:
          hosts: [reviews]
          http:
            - route: [{destination: {host: reviews}}]
              timeout: 6s
              retries: {attempts: 2}
        """;

    assertThat(hint("VS-RETRY-EXCEEDS-TIMEOUT", yaml)).startsWith("Set perTryTimeout");
  }

  private static String hint(String check, String yaml) {
    return Found.oneBy(check, yaml).hint();
  }
}
