package com.policycortex.istio.model.security;

import static com.policycortex.istio.model.WorkloadSelector.workloadSelector;
import static com.policycortex.istio.model.security.AuthorizationFrom.authorizationFrom;
import static com.policycortex.istio.model.security.AuthorizationOperation.authorizationOperation;
import static com.policycortex.istio.model.security.AuthorizationPolicy.authorizationPolicy;
import static com.policycortex.istio.model.security.AuthorizationRule.authorizationRule;
import static com.policycortex.istio.model.security.AuthorizationSource.authorizationSource;
import static com.policycortex.istio.model.security.AuthorizationTo.authorizationTo;
import static com.policycortex.istio.model.security.MutualTls.mutualTls;
import static com.policycortex.istio.model.security.PeerAuthentication.peerAuthentication;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizationPolicyTest {

  @Test
  void the_policy_of_core_api_prints_as_its_yaml() {
    AuthorizationRule frontendReads =
        authorizationRule()
            .from(
                List.of(
                    authorizationFrom()
                        .source(
                            authorizationSource()
                                .principals("cluster.local/ns/policycortex/sa/frontend"))))
            .to(
                List.of(
                    authorizationTo()
                        .operation(
                            authorizationOperation().methods("GET", "POST").paths("/api/v1/*"))));

    assertThat(
            authorizationPolicy("core-api")
                .in("policycortex")
                .selector(workloadSelector(Map.of("app", "core-api")))
                .rules(frontendReads))
        .hasToString(
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: core-api
              namespace: policycortex
            spec:
              selector:
                matchLabels:
                  app: core-api
              rules:
              - from:
                - source:
                    principals:
                    - cluster.local/ns/policycortex/sa/frontend
                to:
                - operation:
                    methods:
                    - GET
                    - POST
                    paths:
                    - /api/v1/*
            """);
  }

  @Test
  void a_policy_without_rules_keeps_its_empty_spec() {
    assertThat(authorizationPolicy("default-deny").in("policycortex").toString())
        .endsWith("spec: {}\n");
  }

  @Test
  void strict_mutual_tls_is_one_word() {
    assertThat(
            peerAuthentication("default").mtls(mutualTls().mode(MutualTlsMode.STRICT)).toString())
        .endsWith("spec:\n  mtls:\n    mode: STRICT\n");
  }
}
