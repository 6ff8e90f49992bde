package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What public repositories hold and is no mistake, or nobody can tell. */
class RealMeshesTest {

  private static final String WORKLOAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: %2$s%1$s}
      spec:
        selector: {matchLabels: {app: %2$s}}
        template:
          metadata: {labels: {app: %2$s}}
          spec:
            serviceAccountName: %2$s
            containers: [{name: app, image: "app:1", ports: [{name: web, containerPort: 8080}]}]
      ---
      """;

  private static String workload(String name) {
    return WORKLOAD.formatted("", name);
  }

  private static String workload(String name, String namespace) {
    return WORKLOAD.formatted(", namespace: " + namespace, name);
  }

  private static void hint(String id, String yaml) {
    assertThat(Found.by(id, yaml))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
  }

  @Test
  void a_service_entry_beside_routes_does_not_say_that_the_services_are_all_given() {
    hint(
        "REF-ROUTE-HOST-MISSING",
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: frontend}
        spec:
          hosts: [frontend.default.svc.cluster.local]
          http:
          - route: [{destination: {host: frontend}}]
        ---
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: googleapis}
        spec:
          hosts: [www.googleapis.com]
          ports: [{number: 443, name: https, protocol: HTTPS}]
        """);
  }

  @Test
  void a_backend_in_a_namespace_of_which_no_service_is_given_is_a_warning() {
    assertThat(
            Found.by(
                "GWAPI-ROUTE-BACKEND-MISSING",
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: web}
                spec:
                  parentRefs: [{name: edge}]
                  rules: [{backendRefs: [{name: frontend, port: 80}]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: googleapis}
                spec:
                  hosts: [www.googleapis.com]
                  ports: [{number: 443, name: https, protocol: HTTPS}]
                """))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void a_rule_for_a_service_that_lies_elsewhere_is_a_hint() {
    hint(
        "DR-HOST-MISSING",
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: gateway, namespace: shop}
        spec: {host: istio-egressgateway.istio-system.svc.cluster.local}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {ports: [{name: http, port: 80}]}
        """);
  }

  @Test
  void a_container_need_not_declare_the_number_that_a_service_leads_to() {
    hint(
        "SVC-TARGET-PORT-MISSING",
        workload("istiod", "istio-system")
            + """
            apiVersion: v1
            kind: Service
            metadata: {name: istiod, namespace: istio-system}
            spec:
              selector: {app: istiod}
              ports: [{name: https-dns, port: 15012}]
            """);
  }

  @Test
  void pods_that_are_not_given_may_have_a_proxy() {
    String rule =
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: default, namespace: istio-system}
        spec:
          host: "*.local"
          trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: app}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: loan, namespace: app}
        spec:
          selector: {app: loan}
          ports: [{name: http, port: 80}]
        """;

    assertThat(Found.by("MTLS-CLIENT-SERVER-MISMATCH", rule)).isEmpty();
    assertThat(Found.by("MTLS-CLIENT-SERVER-MISMATCH", workload("loan", "app") + rule)).hasSize(1);
  }

  @Test
  void a_gateway_in_a_namespace_without_any_service_may_have_one_elsewhere() {
    String gateway =
        workload("edge", "ingress")
            + """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: ingress}
            spec:
              selector: {app: edge}
              servers:
              - port: {number: 80, name: http, protocol: HTTP}
                hosts: ["*"]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: other, namespace: %s}
            spec:
              selector: {app: other}
              ports: [{name: http, port: 80}]
            """;

    assertThat(Found.by("GW-PORT-NOT-ON-SERVICE", gateway.formatted("shop"))).isEmpty();
    assertThat(Found.by("GW-PORT-NOT-ON-SERVICE", gateway.formatted("ingress"))).hasSize(1);
  }

  @Test
  void a_rollout_of_argo_writes_the_weights_of_the_routes_that_it_names() {
    String routes =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: split}
        spec:
          hosts: [split]
          http:
          - route:
            - destination: {host: split, subset: stable}
              weight: 100
            - destination: {host: split, subset: canary}
              weight: 0
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: split}
        spec:
          strategy:
            canary:
              trafficRouting:
                istio:
                  virtualService%s
        """;

    assertThat(Found.by("VS-WEIGHT-ZERO", routes.formatted(": {name: split}"))).isEmpty();
    assertThat(Found.by("VS-WEIGHT-ZERO", routes.formatted("s: [{name: split}]"))).isEmpty();
    assertThat(Found.by("VS-WEIGHT-ZERO", routes.formatted(": {name: another}"))).hasSize(1);
  }

  @Test
  void a_workload_that_says_no_namespace_may_be_applied_to_the_namespace_of_a_policy() {
    String policies =
        workload("customer")
            + workload("other", "tutorial")
            + """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: customer, namespace: tutorial}
            spec:
              selector: {matchLabels: {app: customer}}
              rules:
              - from:
                - source: {principals: [cluster.local/ns/tutorial/sa/customer]}
            ---
            apiVersion: networking.istio.io/v1alpha3
            kind: EnvoyFilter
            metadata: {name: customer, namespace: tutorial}
            spec:
              workloadSelector: {labels: {app: customer}}
            ---
            apiVersion: telemetry.istio.io/v1
            kind: Telemetry
            metadata: {name: customer, namespace: tutorial}
            spec:
              selector: {matchLabels: {app: customer}}
            """;

    hint("POLICY-SELECTOR-NO-WORKLOAD", policies);
    hint("EXTENSION-SELECTOR-NO-WORKLOAD", policies);
    hint("TELEMETRY-SELECTOR-NO-WORKLOAD", policies);
    assertThat(Found.by("AUTHZ-PRINCIPAL-MISSING", policies)).isEmpty();
    assertThat(
            Found.by(
                "POLICY-SELECTOR-NO-WORKLOAD",
                policies.replace("app: customer}}\n  rules", "app: x}}\n  rules")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void filters_for_different_versions_of_the_proxy_do_not_meet() {
    String filter =
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: stats-%1$s, namespace: istio-system}
        spec:
          configPatches:
          - applyTo: HTTP_FILTER
            match:
              proxy: {proxyVersion: '^1\\.%1$s.*'}
              listener:
                filterChain: {filter: {name: envoy.filters.network.http_connection_manager}}
            patch:
              operation: INSERT_BEFORE
              value: {name: istio.stats}
        ---
        """;

    assertThat(Found.by("EF-RELATIVE-WITHOUT-PRIORITY", filter.formatted(4) + filter.formatted(5)))
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
  }

  @Test
  void what_a_filter_says_to_proxies_of_former_releases_is_not_judged_by_the_envoy_of_today() {
    String filter =
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: stats, namespace: istio-system}
        spec:
          configPatches:
          - applyTo: HTTP_FILTER
            match:
              proxy: {proxyVersion: '%s'}
              listener:
                filterChain: {filter: {name: envoy.http_connection_manager}}
            patch:
              operation: INSERT_BEFORE
              value:
                name: envoy.filters.http.wasm
                typed_config:
                  "@type": type.googleapis.com/udpa.type.v1.TypedStruct
                  type_url: type.googleapis.com/envoy.config.filter.http.wasm.v2.Wasm
                  value: {config: {configuration: envoy.wasm.stats}}
        """;

    assertThat(Found.by("EF-VALUE-REFUSED", filter.formatted("^1\\.5.*"))).isEmpty();
    assertThat(Found.by("EF-VALUE-REFUSED", filter.formatted("^1\\.29.*"))).hasSize(1);
  }

  @Test
  void a_gateway_that_nobody_gave_is_a_hint_where_no_gateway_is_given() {
    hint(
        "REF-GATEWAY-MISSING",
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web}
        spec:
          hosts: [web.example.com]
          gateways: [web-gateway]
          http:
          - route: [{destination: {host: web.shop.svc.cluster.local}}]
        """);
  }

  @Test
  void gateways_that_come_with_an_installation_of_istio_are_seldom_among_the_manifests() {
    String policies =
        workload("istiod", "istio-system")
            + """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: cross-network, namespace: istio-system}
            spec:
              selector: {istio: eastwestgateway}
              servers:
              - port: {number: 15443, name: tls, protocol: TLS}
                tls: {mode: AUTO_PASSTHROUGH}
                hosts: ["*.local"]
            ---
            apiVersion: security.istio.io/v1
            kind: RequestAuthentication
            metadata: {name: tokens, namespace: istio-system}
            spec:
              selector: {matchLabels: {app: istio-ingressgateway, istio: ingressgateway}}
            ---
            apiVersion: telemetry.istio.io/v1
            kind: Telemetry
            metadata: {name: logs, namespace: istio-system}
            spec:
              selector: {matchLabels: {app: istio-ingressgateway}}
            ---
            apiVersion: networking.istio.io/v1alpha3
            kind: EnvoyFilter
            metadata: {name: limits, namespace: istio-system}
            spec:
              workloadSelector: {labels: {istio: ingress}}
            ---
            """;
    List<String> ids =
        List.of(
            "GW-SELECTOR-NO-WORKLOAD",
            "POLICY-SELECTOR-NO-WORKLOAD",
            "TELEMETRY-SELECTOR-NO-WORKLOAD",
            "EXTENSION-SELECTOR-NO-WORKLOAD");

    for (String id : ids) {
      assertThat(Found.by(id, policies)).as(id).isEmpty();
      assertThat(Found.by(id, policies + workload("istio-egressgateway", "istio-system")))
          .as(id)
          .hasSize(1);
    }
  }

  @Test
  void a_route_without_a_port_is_answered_where_the_service_has_the_one_that_was_asked_for() {
    String mesh =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec:
          ports: [{name: http, port: 80}, {name: http-metrics, port: 9464}]
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: shop}
        spec:
          selector: {istio: ingressgateway}
          servers:
          - port: {number: %s, name: http, protocol: HTTP}
            hosts: ["*"]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web]
          gateways: [edge, mesh]
          http:
          - route: [{destination: {host: web}}]
        """;

    assertThat(Found.by("REF-ROUTE-PORT-AMBIGUOUS", mesh.formatted(80)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(Found.by("REF-ROUTE-PORT-AMBIGUOUS", mesh.formatted(8080)))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }
}
