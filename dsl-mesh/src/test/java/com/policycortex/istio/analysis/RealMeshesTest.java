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

  private static final String ROUTE =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: web}
      spec:
        parentRefs: [{name: edge}]
        rules: [{backendRefs: [{name: %s, port: 80}]}]
      ---
      """;

  private static final String GATEWAY =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: edge}
      spec:
        gatewayClassName: %s
        listeners: [{name: tcp, port: 80, protocol: TCP}, {name: udp, port: 80, protocol: UDP}]
      ---
      """;

  private static final String METRICS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: metrics}
      spec:
        selector: {app: argocd}
        ports: [{name: http-metrics, port: 8082}]
      ---
      """;

  private static final String CLASS =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: GatewayClass
      metadata: {name: cilium}
      spec: {controllerName: io.cilium/gateway-controller}
      ---
      """;

  private static void severity(Severity expected, String id, String yaml) {
    assertThat(Found.by(id, yaml))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(expected));
  }

  @Test
  void a_backend_in_a_namespace_of_which_no_service_is_given_is_a_hint() {
    hint(
        "GWAPI-ROUTE-BACKEND-MISSING",
        ROUTE.formatted("frontend")
            + """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: googleapis}
            spec:
              hosts: [www.googleapis.com]
              ports: [{number: 443, name: https, protocol: HTTPS}]
            """);
  }

  @Test
  void a_backend_that_a_chart_may_bring_is_a_warning() {
    String id = "GWAPI-ROUTE-BACKEND-MISSING";
    String mesh = ROUTE.formatted("argocd-server") + METRICS;
    String other = "apiVersion: %s/v1\nkind: %s\nmetadata: {name: more, namespace: %s}\n";
    // All Services and pods of the namespace are given.
    String all = mesh + workload("argocd");
    severity(Severity.ERROR, id, all);
    // The pods of a Service are not, and those of others are.
    severity(Severity.WARNING, id, mesh + workload("web"));
    severity(Severity.WARNING, id, all + other.formatted("argoproj.io", "ApplicationSet", "cd"));
    severity(Severity.ERROR, id, all + other.formatted("argoproj.io", "Rollout", "cd"));
    String flux = "helm.toolkit.fluxcd.io";
    hint(id, all + other.formatted(flux, "HelmRelease", "default"));
    severity(Severity.ERROR, id, all + other.formatted(flux, "HelmRelease", "elsewhere"));
  }

  @Test
  void a_route_of_another_controller_is_not_judged_as_istio_would() {
    String mesh = METRICS + workload("argocd");
    String route = mesh + ROUTE.formatted("argocd-server");
    String id = "GWAPI-ROUTE-BACKEND-MISSING";
    severity(Severity.ERROR, id, route + GATEWAY.formatted("istio"));
    severity(Severity.WARNING, id, route + GATEWAY.formatted("nginx"));
    severity(Severity.WARNING, id, route + CLASS + GATEWAY.formatted("cilium"));
    severity(
        Severity.ERROR,
        id,
        route + CLASS.replace("io.cilium/", "istio.io/") + GATEWAY.formatted("cilium"));
    for (String only : List.of("GWAPI-ROUTE-PARENT-MISSING", "GWAPI-LISTENER-DUPLICATE")) {
      severity(Severity.ERROR, only, route + GATEWAY.formatted("istio"));
      assertThat(Found.by(only, route + GATEWAY.formatted("nginx"))).isEmpty();
    }
    String noPort = mesh + ROUTE.formatted("metrics").replace(", port: 80", "");
    severity(Severity.ERROR, id, noPort + GATEWAY.formatted("istio"));
    assertThat(Found.by(id, noPort + GATEWAY.formatted("nginx"))).isEmpty();
    String tls = GATEWAY.replace("protocol: TCP", "protocol: HTTPS");
    severity(Severity.ERROR, "GWAPI-CERTIFICATE-UNUSABLE", tls.formatted("istio"));
    assertThat(Found.by("GWAPI-CERTIFICATE-UNUSABLE", tls.formatted("gke-l7-rilb"))).isEmpty();
  }

  @Test
  void a_route_whose_parent_is_a_route_of_another_controller_has_a_kind_of_parent_that_it_knows() {
    String child =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: child}
        spec:
          parentRefs: [{kind: HTTPRoute, name: web}]
        ---
        """;
    String id = "GWAPI-ROUTE-PARENT-KIND";
    String mesh = child + ROUTE.formatted("web");
    severity(Severity.ERROR, id, mesh + GATEWAY.formatted("istio"));
    severity(Severity.ERROR, id, mesh); // its Gateway may be Istio's
    assertThat(Found.by(id, mesh + GATEWAY.formatted("kgateway"))).isEmpty();
    // Parents in a circle lead to no Gateway.
    assertThat(Found.by(id, child.replace("name: web", "name: child"))).isEmpty();
  }

  @Test
  void a_class_that_is_elsewhere_is_a_hint_and_a_slip_for_one_of_istio_is_a_warning() {
    String id = "GWAPI-CLASS-MISSING";
    hint(id, CLASS + GATEWAY.formatted("gloo-gateway"));
    assertThat(Found.by(id, GATEWAY.formatted("gloo-gateway"))).isEmpty();
    severity(Severity.WARNING, id, CLASS + GATEWAY.formatted("itsio"));
    severity(Severity.WARNING, id, GATEWAY.formatted("istio-waypont"));
    assertThat(Found.by(id, GATEWAY.formatted("istio-waypoint"))).isEmpty();
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
  void a_service_of_a_chart_that_is_installed_into_the_namespace_is_not_among_the_manifests() {
    String mesh =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: shop, namespace: shop}
        spec: {ports: [{name: http, port: 80}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: cache, namespace: shop}
        spec:
          hosts: [cache.example.com]
          gateways: [edge/public]
          http: [{route: [{destination: {host: cache}}]}]
        ---
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: login, namespace: shop}
        spec:
          configPatches:
          - applyTo: HTTP_FILTER
            match: {context: GATEWAY}
            patch:
              operation: INSERT_FIRST
              value:
                name: login
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz
                  grpc_service:
                    envoy_grpc: {cluster_name: outbound|80||proxy.shop.svc.cluster.local}
        """;
    List<String> releases =
        List.of(
            """
            ---
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: redis, namespace: flux-system}
            spec: {targetNamespace: shop}
            """,
            """
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: redis, namespace: argocd}
            spec:
              source: {chart: redis}
              destination: {namespace: shop}
            """,
            """
            ---
            apiVersion: helm.cattle.io/v1
            kind: HelmChart
            metadata: {name: redis, namespace: shop}
            """);

    for (String id : List.of("REF-ROUTE-HOST-MISSING", "EF-CLUSTER-REFERENCE")) {
      assertThat(Found.oneBy(id, mesh).severity()).isEqualTo(Severity.ERROR);
      for (String release : releases) {
        hint(id, mesh + release);
        assertThat(Found.oneBy(id, mesh + release.replace("shop", "bank")).severity())
            .isEqualTo(Severity.ERROR);
      }
    }
  }

  @Test
  void a_namespace_that_says_nothing_may_be_labelled_by_hand() {
    String mesh =
        workload("web", "shop")
            + """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop%s}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: web, namespace: shop}
            spec: {host: web, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}]
            """;
    String decided = ", labels: {istio-injection: disabled}";

    for (String id : List.of("MTLS-PLAINTEXT-CLIENT", "MTLS-CLIENT-SERVER-MISMATCH")) {
      assertThat(Found.oneBy(id, mesh.formatted("")).severity()).isEqualTo(Severity.WARNING);
      assertThat(Found.oneBy(id, mesh.formatted(decided)).severity()).isEqualTo(Severity.ERROR);
    }
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

  @Test
  void nothing_follows_from_a_host_that_istiod_refuses() {
    String mesh =
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: shop}
        spec:
          selector: {istio: ingressgateway}
          servers:
          - port: {number: 80, name: http, protocol: HTTP}
            hosts: ["%s"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec:
          ports: [{name: http, port: 80}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web.example.com]
          gateways: [edge, "%s"]
          http:
          - route: [{destination: {host: "%s"}}]
        """;

    String placeholders =
        mesh.formatted("<<__host__>>", "${GATEWAY}", "web.$(NAMESPACE).svc.$(DOMAIN)");
    assertThat(Found.by("REF-ROUTE-HOST-MISSING", placeholders)).isEmpty();
    assertThat(Found.by("REF-GATEWAY-MISSING", placeholders)).isEmpty();
    assertThat(Found.by("VS-HOST-NOT-ON-GATEWAY", placeholders)).isEmpty();
    assertThat(Found.by("VS-HOST-NOT-ON-GATEWAY", mesh.formatted("localhost", "edge", "web")))
        .isEmpty();
    String others = mesh.formatted("shop.example.com", "other", "shop");
    assertThat(Found.by("REF-ROUTE-HOST-MISSING", others)).hasSize(1);
    assertThat(Found.by("REF-GATEWAY-MISSING", others)).hasSize(1);
    assertThat(Found.by("VS-HOST-NOT-ON-GATEWAY", others)).hasSize(1);
  }

  @Test
  void the_services_of_an_installation_of_istio_need_not_be_given() {
    String routes =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: istiod, namespace: istio-system}
        spec:
          hosts: [istiod.example.com]
          gateways: [istiod]
          tls:
          - match: [{port: 443, sniHosts: [istiod.example.com]}]
            route: [{destination: {host: istiod.istio-system.svc.cluster.local}}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: istio-system}
        spec:
          ports: [{name: http, port: 80}]
        """;

    hint("REF-ROUTE-HOST-MISSING", routes.formatted("kiali"));
    assertThat(Found.by("REF-ROUTE-HOST-MISSING", routes.formatted("istio-ingressgateway")))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void every_cluster_has_services() {
    String rule =
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: all, namespace: shop}
        spec: {host: "%s"}
        ---
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: googleapis}
        spec:
          hosts: [www.googleapis.com]
          ports: [{number: 443, name: https, protocol: HTTPS}]
        """;

    assertThat(Found.by("DR-HOST-MISSING", rule.formatted("*.svc.cluster.local"))).isEmpty();
    assertThat(Found.by("DR-HOST-MISSING", rule.formatted("*.local"))).isEmpty();
    assertThat(Found.by("DR-HOST-MISSING", rule.formatted("*.example.com"))).hasSize(1);
  }

  @Test
  void network_policies_that_together_keep_sidecars_from_istiod_are_told_once() {
    String mesh =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {istio-injection: enabled}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny-all, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: dns, namespace: shop}
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress: [{ports: [{protocol: UDP, port: 53}]}]
        ---
        """;

    assertThat(Found.by("NETPOL-BLOCKS-ISTIOD", mesh + workload("web", "shop")))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.resource().name()).isEqualTo("deny-all"),
            finding ->
                assertThat(finding.related())
                    .extracting(related -> related.resource().name())
                    .containsExactly("web", "dns"));
  }

  @Test
  void a_network_policy_is_not_for_machines() {
    String mesh =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {istio-injection: enabled}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny-all, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Egress]}
        ---
        apiVersion: networking.istio.io/v1
        kind: WorkloadEntry
        metadata: {name: machine, namespace: shop}
        spec: {address: 10.0.0.1, labels: {app: machine}, serviceAccount: machine}
        ---
        """;

    assertThat(Found.by("NETPOL-BLOCKS-ISTIOD", mesh)).isEmpty();
    assertThat(Found.by("NETPOL-BLOCKS-ISTIOD", mesh + workload("web", "shop"))).hasSize(1);
  }

  @Test
  void a_namespace_that_is_not_given_may_be_there() {
    String mesh =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: frontend, labels: {istio-injection: enabled}}
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: web, namespace: frontend}
        spec: {host: web.example.com, exportTo: [%1$s]}
        ---
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: routes, namespace: frontend}
        spec:
          from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: %1$s}]
          to: [{group: "", kind: Service}]
        """;

    for (String id : List.of("EXPORT-NAMESPACE-MISSING", "GWAPI-GRANT-NAMESPACE-MISSING")) {
      assertThat(Found.by(id, mesh.formatted("argocd")))
          .as(id)
          .extracting(Finding::severity)
          .containsExactly(Severity.WARNING);
      assertThat(Found.by(id, mesh.formatted("frontent")))
          .as(id)
          .extracting(Finding::severity)
          .containsExactly(Severity.ERROR);
    }
  }

  @Test
  void the_user_of_the_proxy_does_no_harm_where_there_is_no_proxy() {
    String mesh =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: operator, namespace: istio-operator}
        spec:
          selector: {matchLabels: {app: operator}}
          template:
            metadata: {labels: {app: operator, sidecar.istio.io/inject: "%s"}}
            spec:
              containers: [{name: app, image: "app:1", securityContext: {runAsUser: 1337}}]
        """;

    assertThat(Found.by("WL-RESERVED-UID", mesh.formatted("false"))).isEmpty();
    assertThat(Found.by("WL-RESERVED-UID", mesh.formatted("true")))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    hint("WL-RESERVED-UID", mesh.replace(", sidecar.istio.io/inject: \"%s\"", ""));
  }

  @Test
  void a_waypoint_that_says_no_namespace_goes_where_kustomize_puts_it() {
    String mesh =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: egress%1$s}
        spec:
          gatewayClassName: istio-waypoint
          listeners: [{name: mesh, port: 15008, protocol: HBONE}]
        ---
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          {name: googleapis%1$s, labels: {
            istio.io/use-waypoint: egress, istio.io/use-waypoint-namespace: istio-egress}}
        spec:
          hosts: [www.googleapis.com]
          ports: [{number: 443, name: https, protocol: HTTPS}]
          resolution: DNS
        """;

    hint("AMBIENT-WAYPOINT-MISSING", mesh.formatted(""));
    assertThat(Found.by("AMBIENT-WAYPOINT-MISSING", mesh.formatted(", namespace: other")))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void what_says_no_namespace_may_go_into_one_with_a_waypoint() {
    String mesh =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: default}
        ---
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: googleapis%1$s}
        spec:
          hosts: [www.googleapis.com]
          ports: [{number: 443, name: https, protocol: HTTPS}]
          resolution: DNS
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: googleapis%1$s}
        spec:
          targetRefs: [{group: networking.istio.io, kind: ServiceEntry, name: googleapis}]
          rules: [{}]
        """;

    hint("AMBIENT-TARGET-NO-WAYPOINT", mesh.formatted(""));
    assertThat(Found.by("AMBIENT-TARGET-NO-WAYPOINT", mesh.formatted(", namespace: default")))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void certificates_are_seldom_among_the_manifests() {
    String mesh =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: database, namespace: edge}
        type: %s
        data: {tls.key: eA==}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: edge}
        spec:
          gatewayClassName: istio
          listeners:
          - name: https
            port: 443
            protocol: HTTPS
            tls: {certificateRefs: [{name: example-com}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: edge}
        spec:
          selector: {app: edge}
          servers:
          - port: {number: 443, name: https, protocol: HTTPS}
            hosts: ["*"]
            tls: {mode: SIMPLE, credentialName: example-com}
        ---
        """
            + workload("edge", "edge");
    String certificate =
        """
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: example, namespace: edge}
        spec: {secretName: example-com}
        """;

    for (String id : List.of("GW-SECRET-MISSING", "GWAPI-CERTIFICATE-UNUSABLE")) {
      assertThat(Found.by(id, mesh.formatted("Opaque")))
          .as(id)
          .extracting(Finding::severity)
          .containsExactly(Severity.WARNING);
      assertThat(Found.by(id, mesh.formatted("kubernetes.io/tls")))
          .as(id)
          .extracting(Finding::severity)
          .containsExactly(Severity.ERROR);
      assertThat(Found.by(id, mesh.formatted("kubernetes.io/tls") + certificate)).as(id).isEmpty();
    }
  }

  @Test
  void a_policy_that_says_no_namespace_may_be_applied_to_that_of_the_workload() {
    String policies =
        workload("edge", "istio-ingress")
            + workload("other")
            + """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: edge}
            spec: {selector: {matchLabels: {app: %1$s}}, rules: [{}]}
            ---
            apiVersion: networking.istio.io/v1alpha3
            kind: EnvoyFilter
            metadata: {name: edge}
            spec: {workloadSelector: {labels: {app: %1$s}}}
            ---
            apiVersion: telemetry.istio.io/v1
            kind: Telemetry
            metadata: {name: edge}
            spec: {selector: {matchLabels: {app: %1$s}}}
            """;

    for (String id :
        List.of(
            "POLICY-SELECTOR-NO-WORKLOAD",
            "EXTENSION-SELECTOR-NO-WORKLOAD",
            "TELEMETRY-SELECTOR-NO-WORKLOAD")) {
      hint(id, policies.formatted("edge"));
      assertThat(Found.by(id, policies.formatted("nobody")))
          .as(id)
          .extracting(Finding::severity)
          .containsExactly(Severity.WARNING);
    }
  }

  @Test
  void a_route_without_a_parent_is_for_nobody_and_no_check_fails_on_it() {
    assertThat(
            Found.by(
                "CHECK-FAILED",
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: edge}
                spec:
                  gatewayClassName: istio
                  listeners: [{name: http, port: 80, protocol: HTTP}]
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: example}
                spec: {hostnames: [example.com], rules: [{}]}
                """))
        .isEmpty();
  }
}
