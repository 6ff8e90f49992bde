package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What public meshes have and is no mistake, or may be none. */
class FalseAlarmsTest {

  private static final String APP =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: "web:1"}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
      ---
      """;

  // As Istio's own charts make it.
  private static final String INGRESS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: istio-ingressgateway, namespace: istio-system}
      spec:
        selector: {matchLabels: {istio: ingressgateway}}
        template:
          metadata: {labels: {istio: ingressgateway}}
          spec:
            securityContext: {runAsUser: 1337, runAsGroup: 1337}
            containers:
              - name: istio-proxy
                image: "proxyv2:1"
                args: [proxy, router]
                ports: [{containerPort: 8080}, {containerPort: 15090, name: http-envoy-prom}]
      ---
      """;

  @Test
  void the_gateways_of_istios_own_installation_need_not_be_given() {
    String gateway =
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: shop}
        spec:
          selector: {istio: %s}
          servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
        """;
    assertThat(found(APP + gateway.formatted("ingressgateway"), "GW-SELECTOR-NO-WORKLOAD"))
        .isEmpty();
    assertThat(found(APP + gateway.formatted("egressgateway"), "GW-SELECTOR-NO-WORKLOAD"))
        .isEmpty();
    assertThat(found(APP + gateway.formatted("mygateway"), "GW-SELECTOR-NO-WORKLOAD")).hasSize(1);
    // Where one of them is given, so are all.
    assertThat(found(APP + INGRESS + gateway.formatted("egressgateway"), "GW-SELECTOR-NO-WORKLOAD"))
        .hasSize(1);
  }

  @Test
  void istiod_makes_the_service_and_the_account_of_a_gateway_of_the_gateway_api() {
    String gateway =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: out, namespace: shop}
        spec:
          gatewayClassName: istio
          listeners: [{name: http, port: 80, protocol: HTTP}]
        ---
        """;
    String route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: out, namespace: shop}
        spec:
          parentRefs: [{name: out}]
          rules: [{backendRefs: [{name: %s, port: 80}]}]
        """;
    String routes =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: out, namespace: shop}
        spec:
          hosts: [api.example.com]
          http: [{route: [{destination: {host: %s}}]}]
        """;
    String access =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: web, namespace: shop}
        spec:
          rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/%s]}}]}]
        """;
    String mesh = APP + gateway;
    assertThat(found(mesh + route.formatted("out-istio"), "GWAPI-ROUTE-BACKEND-MISSING")).isEmpty();
    assertThat(found(mesh + route.formatted("out-nginx"), "GWAPI-ROUTE-BACKEND-MISSING"))
        .hasSize(1);
    assertThat(found(mesh + routes.formatted("out-istio"), "REF-ROUTE-HOST-MISSING")).isEmpty();
    assertThat(found(mesh + routes.formatted("out"), "REF-ROUTE-HOST-MISSING")).hasSize(1);
    assertThat(found(mesh + access.formatted("out-istio"), "AUTHZ-PRINCIPAL-MISSING")).isEmpty();
    assertThat(found(mesh + access.formatted("in-istio"), "AUTHZ-PRINCIPAL-MISSING")).hasSize(1);
    // Where no Gateway of the Gateway API is given, they may all be in other manifests.
    assertThat(found(APP + access.formatted("in-istio"), "AUTHZ-PRINCIPAL-MISSING")).isEmpty();
    assertThat(found(APP + access.formatted("in"), "AUTHZ-PRINCIPAL-MISSING")).hasSize(1);
  }

  @Test
  void the_pods_of_a_gateway_are_the_proxy_and_run_as_its_user() {
    assertThat(found(INGRESS, "WL-RESERVED-UID")).isEmpty();
  }

  @Test
  void the_ports_of_a_gateway_are_those_of_its_servers() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: knative-local-gateway, namespace: istio-system}
        spec:
          selector: {istio: ingressgateway}
          ports: [{name: http2, port: 80, targetPort: 8081}]
        """;
    assertThat(found(INGRESS + service, "SVC-TARGET-PORT-MISSING")).isEmpty();
  }

  @Test
  void a_host_in_a_namespace_of_which_nothing_is_given_may_be_elsewhere() {
    String route =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web]
          http:
            - mirror: {host: %1$s}
              route: [{destination: {host: %1$s}}]
        """;
    String elsewhere = APP + route.formatted("ledger.bank.svc.cluster.local");
    assertThat(found(elsewhere, "REF-ROUTE-HOST-MISSING"))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.INFO))
        .satisfies(one -> assertThat(one.message()).contains("no Service of the namespace bank"));
    assertThat(found(elsewhere, "REF-MIRROR-HOST-MISSING"))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
    String here = APP + route.formatted("ledger.shop.svc.cluster.local");
    assertThat(found(here, "REF-ROUTE-HOST-MISSING"))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void a_gateway_of_a_namespace_of_which_none_is_given_may_be_elsewhere() {
    String service =
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: shop}
        spec:
          selector: {istio: ingressgateway}
          servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web.example.com]
          gateways: [%s]
          http: [{route: [{destination: {host: web}}]}]
        """;
    assertThat(found(service.formatted("platform/edge"), "REF-GATEWAY-MISSING"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(found(service.formatted("shop/egde"), "REF-GATEWAY-MISSING"))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    String given =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: edge, namespace: platform}
        spec:
          ports: [{name: http, port: 80}]
        ---
        """;
    assertThat(found(given + service.formatted("platform/edge"), "REF-GATEWAY-MISSING"))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(found(given + service.formatted("platform/front"), "REF-GATEWAY-MISSING"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource({
    "edge, ERROR", // the classic: its namespace was left out
    "shop/edge, ERROR",
    "front, WARNING",
    "shop/front, WARNING"
  })
  void how_the_name_of_a_gateway_is_written_tells_nothing_of_whether_it_would_be_given(
      String written, Severity severity) {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: platform}
        spec:
          selector: {istio: ingressgateway}
          servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web.example.com]
          gateways: [%s]
          http: [{route: [{destination: {host: web}}]}]
        """;
    assertThat(found(yaml.formatted(written), "REF-GATEWAY-MISSING"))
        .extracting(Finding::severity)
        .containsExactly(severity);
  }

  @Test
  void that_a_rule_of_requests_lets_nobody_in_is_certain_only_where_all_ports_are_known() {
    String yaml =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {%s}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: shop}
        spec:
          selector: {app: db}
          ports: [{name: tcp, port: 5432}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop, labels: {app: db}}
        spec:
          containers: [{name: db, image: "db:1", ports: [%s]}]
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: db, namespace: shop}
        spec:
          selector: {matchLabels: {app: db}}
          rules:
            - to: [{operation: {%s}}]
        """;
    String check = "AUTHZ-HTTP-ON-TCP-PORT";
    String injected = "istio-injection: enabled";
    String other = "{containerPort: 5432}, {containerPort: 9187}";

    assertThat(found(yaml.formatted(injected, "{containerPort: 5432}", "methods: [GET]"), check))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(found(yaml.formatted(injected, other, "methods: [GET]"), check))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(found(yaml.formatted(injected, other, "methods: [GET], ports: [\"5432\"]"), check))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(found(yaml.formatted("istio-injection: disabled", "", "methods: [GET]"), check))
        .isEmpty();
    String namespaceless = yaml.substring(yaml.indexOf("---") + 4);
    assertThat(found(namespaceless.formatted("{containerPort: 5432}", "methods: [GET]"), check))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void a_port_that_no_container_names_may_be_there_all_the_same() {
    String yaml =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: shop}
        spec:
          selector: {app: db}
          ports: [{name: tcp, port: 5432, targetPort: 5433}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop, labels: {app: db}}
        spec:
          containers: [{name: db, image: "db:1"}]
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: db, namespace: shop}
        spec:
          selector: {matchLabels: {app: db}}
          portLevelMtls: {%1$s: {mode: STRICT}}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: db, namespace: shop}
        spec:
          selector: {matchLabels: {app: db}}
          rules:
            - to: [{operation: {ports: ["%1$s"]}}]
        """;

    assertThat(found(yaml.formatted("9187"), "MTLS-PORT-NOT-OF-WORKLOAD"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(found(yaml.formatted("5432"), "MTLS-PORT-NOT-OF-WORKLOAD"))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(found(yaml.formatted("9187"), "AUTHZ-PORT-NOT-OF-WORKLOAD"))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
    assertThat(found(yaml.formatted("5432"), "AUTHZ-PORT-NOT-OF-WORKLOAD"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void http_rules_for_a_host_outside_or_at_a_gateway_too_may_be_asked_elsewhere() {
    String entry =
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: api, namespace: shop}
        spec:
          hosts: [api.example.com]
          resolution: DNS
          ports: [%s]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: api, namespace: shop}
        spec:
          hosts: [api.example.com]
          %s
          http:
            - route: [{destination: {host: api.example.com}}]
        """;
    String check = "VS-RULE-KIND-NOT-OF-PORT";
    String tls = "{number: 443, name: tls, protocol: TLS}";
    String with80 = tls + ", {number: 80, name: tcp, protocol: TCP}";

    assertThat(found(entry.formatted(tls, ""), check))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(found(entry.formatted(with80, ""), check))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(found(entry.formatted(with80, "gateways: [edge, mesh]"), check))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void a_port_is_named_as_it_is_written() {
    assertThat(
            found(
                APP.replace("image: \"web:1\"", "image: \"web:1\", ports: [{containerPort: 80}]")
                    .replace("port: 80}", "port: 80, targetPort: 8080}"),
                "SVC-TARGET-PORT-MISSING"))
        .singleElement()
        .satisfies(one -> assertThat(one.message()).contains("has the port 8080."));
  }

  @Test
  void the_namespaces_that_kubernetes_makes_need_not_be_given() {
    String others =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: default, namespace: shop}
        spec: {egress: [{hosts: ["./*", "%s/*"]}]}
        """;
    String id = "SIDECAR-EGRESS-NAMESPACE-MISSING";
    assertThat(found(APP + others.formatted("kube-system"), id)).isEmpty();
    assertThat(found(APP + others.formatted("kube-sytem"), id)).hasSize(1);
  }

  // The Gateway API asks for none.
  @Test
  void a_route_without_parents_is_no_mistake_of_a_check() {
    String route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: web, namespace: shop}
        spec: {hostnames: [web.example.com], %s}
        """;
    String gateway =
        """
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: shop}
        spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
        """;
    for (String parents : List.of("rules: []", "parentRefs: []", "parentRefs: edge")) {
      assertThat(found(route.formatted(parents) + gateway, "CHECK-FAILED")).isEmpty();
    }
  }

  // Each was once compared with each for each of them: with so many nobody saw the end.
  @Test
  void listeners_by_the_thousand_are_told_apart() {
    String start =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: web, namespace: shop}
        spec: {parentRefs: [{name: edge}], hostnames: [h1.example.com]}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: shop}
        spec:
          gatewayClassName: istio
          listeners:
        """;
    String listeners =
        IntStream.range(0, 5000)
            .mapToObj(
                "  - {name: l%1$d, hostname: h%1$d.example.com, port: 80, protocol: HTTP}\n"
                    ::formatted)
            .collect(Collectors.joining());
    String udp = "  - {name: udp, port: 80, protocol: UDP}\n";
    assertThat(found(start + listeners, "GWAPI-LISTENER-DUPLICATE")).isEmpty();
    assertThat(found(start + listeners + udp, "GWAPI-LISTENER-DUPLICATE")).hasSize(1);
    assertThat(found(start + udp + listeners, "GWAPI-LISTENER-DUPLICATE")).hasSize(5000);
  }

  private static List<Finding> found(String manifests, String id) {
    Mesh mesh = Mesh.of(ManifestReader.read("mesh.yaml", manifests));
    assertThat(mesh.findings()).isEmpty();
    return Analysis.of(mesh).findings().stream().filter(one -> one.id().equals(id)).toList();
  }
}
