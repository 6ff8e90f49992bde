package com.policycortex.istio.mesh;

import static com.policycortex.istio.mesh.Meshes.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.mesh.Gateways.Binding;
import com.policycortex.istio.mesh.Gateways.ListenPort;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewaysTest {

  private static final String PODS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ingress, namespace: edge}
      spec:
        selector: {matchLabels: {istio: ingress}}
        template:
          metadata:
            labels: {istio: ingress, sidecar.istio.io/inject: "true"}
            annotations: {inject.istio.io/templates: gateway}
          spec:
            containers:
              - {name: istio-proxy, image: auto}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ingress, namespace: edge}
      spec:
        selector: {istio: ingress}
        ports:
          - {name: http, port: 80, targetPort: 8080}
          - {name: https, port: 443}
      """;

  private static String gateway(String name, String namespace, String hosts) {
    return """
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: %s, namespace: %s}
    spec:
      selector: {istio: ingress}
      servers:
        - port: {number: 80, name: http, protocol: HTTP}
          hosts: [%s]
    """
        .formatted(name, namespace, hosts);
  }

  private static String routes(String name, String namespace, String host, String gateway) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: %s, namespace: %s}
    spec:
      hosts: ["%s"]
      gateways: ["%s"]
      http:
        - route:
            - destination: {host: web}
    """
        .formatted(name, namespace, host, gateway);
  }

  private static Gateway gateway(Mesh mesh) {
    return mesh.view().all(Gateway.KIND).get(0);
  }

  private static List<Binding> served(Mesh mesh) {
    return mesh.view().gateways().served(gateway(mesh), gateway(mesh).servers().get(0));
  }

  @Test
  void a_gateway_picks_pods_of_any_namespace() {
    Mesh mesh = mesh(PODS, gateway("web", "shop", "web.example.com"));

    Workload ingress = mesh.view().workloads().in("edge").get(0);
    assertThat(mesh.view().gateways().workloads(gateway(mesh))).containsExactly(ingress);
    assertThat(mesh.view().gateways().of(ingress)).containsExactly(gateway(mesh));
    assertThat(mesh.view().workloads().proxy(ingress)).isEqualTo(Proxy.GATEWAY);
    assertThat(
            mesh.view().gateways().listenPorts(gateway(mesh).servers().get(0), ingress).stream()
                .map(ListenPort::number))
        .containsExactly(8080L);
  }

  @Test
  void a_server_serves_the_hosts_that_both_have() {
    Mesh mesh =
        mesh(
            PODS,
            gateway("web", "shop", "\"*.example.com\", ./own.test, bank/bank.test"),
            routes("a", "shop", "a.example.com", "web"),
            routes("b", "other", "b.example.com", "shop/web"),
            routes("c", "shop", "own.test", "./web"),
            routes("d", "other", "own.test", "shop/web"),
            routes("e", "bank", "bank.test", "shop/web"),
            routes("f", "shop", "bank.test", "shop/web"),
            routes("g", "shop", "*", "web.shop"),
            routes("h", "shop", "a.example.com", "mesh"));

    assertThat(served(mesh))
        .extracting(binding -> binding.service().name() + " " + binding.hosts())
        .containsExactly(
            "a [a.example.com]",
            "b [b.example.com]",
            "c [own.test]",
            "e [bank.test]",
            "g [*.example.com, own.test]");
  }

  @Test
  void what_is_private_to_its_namespace_does_not_reach_a_gateway_elsewhere() {
    Mesh mesh =
        mesh(
            PODS,
            gateway("web", "shop", "\"*\""),
            routes("a", "shop", "a.example.com", "web")
                .replace("spec:", "spec:\n  exportTo: ['.']"));

    assertThat(served(mesh)).isEmpty();
    assertThat(mesh.view().virtualServices().boundTo("shop/web"))
        .extracting(Manifest::name)
        .containsExactly("a");
  }

  @Test
  void references_to_gateways_have_four_forms() {
    VirtualService service =
        VirtualService.virtualService("web")
            .in("shop")
            .gateways("mesh", "a", "edge/a", "./a", "a.edge", "a.edge.svc.cluster.local");

    assertThat(VirtualServices.gateways(service))
        .containsExactly("mesh", "shop/a", "edge/a", "shop/a", "edge/a", "edge/a");
  }
}
