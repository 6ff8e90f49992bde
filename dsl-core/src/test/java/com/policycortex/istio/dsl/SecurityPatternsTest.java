package com.policycortex.istio.dsl;

import static com.policycortex.istio.dsl.Access.allow;
import static com.policycortex.istio.dsl.Access.deny;
import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.JwtGuard.jwtGuard;
import static com.policycortex.istio.dsl.NetworkSegmentation.networkSegmentation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.validation.Validation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityPatternsTest {

  private final ServiceRef frontend = service("frontend").in("policycortex").http(3000);
  private final ServiceRef coreApi = service("core-api").in("policycortex").http(8080);

  @Test
  void whoMayCallIsOnePolicyOfTheCalledService() {
    assertThat(allow(frontend).to(coreApi).methods("GET", "POST").paths("/api/v1/*").policy())
        .hasToString(
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: frontend-to-core-api
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
  void denyingSaysSo() {
    assertThat(deny(frontend).to(coreApi).port(8080).policy().toString())
        .contains("name: deny-frontend-to-core-api", "action: DENY", "- \"8080\"");
  }

  @Test
  void defaultDenyIsAPolicyThatAllowsNothing() {
    assertThat(Access.defaultDeny("policycortex").rules()).isEmpty();
    assertThat(Access.defaultDeny("policycortex").action()).isEmpty();
  }

  @Test
  void mutualTlsMayDifferForOnePort() {
    assertThat(Mtls.port(MutualTlsMode.PERMISSIVE, coreApi, 9090).toString())
        .contains("portLevelMtls:\n    \"9090\":\n      mode: PERMISSIVE");
  }

  @Test
  void aGuardAlwaysMakesTheTokenMandatory() {
    JwtGuard guard =
        jwtGuard(coreApi, "https://issuer.example")
            .audiences(List.of("api"))
            .claimHeaders(Map.of("tenant", "x-tenant-id"))
            .openMethods(List.of("OPTIONS"))
            .requireClaim("groups", List.of("admin"), "/admin/*");
    assertThat(guard.manifests())
        .extracting(manifest -> manifest.kind().name())
        .containsExactly("RequestAuthentication", "AuthorizationPolicy");
    assertThat(guard.authorizationPolicy().toString())
        .contains(
            "action: DENY",
            "notRequestPrincipals:\n        - https://issuer.example/*",
            "request.auth.claims[groups]");
    assertThat(guard.requestAuthentication().toString()).contains("header: x-tenant-id");
  }

  @Test
  void aGuardWithoutAnyPortIsRefusedForItWouldRefuseConnectionsThatHaveNoToken() {
    JwtGuard guard = jwtGuard(service("gw").in("istio-system"), "https://issuer.example");
    assertThatThrownBy(guard::manifests)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("service gw.istio-system has none");
    assertThat(Validation.validate(guard.audiences("api").ports(8080).manifests().get(1)))
        .isEmpty();
  }

  @Test
  void aSegmentedNamespaceHasOneRuleForEachEndOfEachEdge() {
    ServiceRef collector = service("jaeger").in("istio-system").tcp(4317);
    List<Manifest> policies =
        networkSegmentation("policycortex")
            .edge(frontend, coreApi)
            .sharedService(collector)
            .manifests();
    assertThat(policies)
        .extracting(Manifest::name)
        .containsExactly(
            "default-deny",
            "allow-dns",
            "allow-istiod",
            "allow-scraping",
            "core-api-ingress",
            "frontend-egress",
            "allow-shared");
    assertThat(policies.get(0))
        .hasToString(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: default-deny
              namespace: policycortex
            spec:
              podSelector: {}
              policyTypes:
              - Ingress
              - Egress
            """);
  }
}
