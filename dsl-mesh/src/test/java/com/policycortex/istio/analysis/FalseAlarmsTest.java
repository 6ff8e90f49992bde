package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static List<Finding> found(String manifests, String id) {
    Mesh mesh = Mesh.of(ManifestReader.read("mesh.yaml", manifests));
    assertThat(mesh.findings()).isEmpty();
    return Analysis.of(mesh).findings().stream().filter(one -> one.id().equals(id)).toList();
  }
}
