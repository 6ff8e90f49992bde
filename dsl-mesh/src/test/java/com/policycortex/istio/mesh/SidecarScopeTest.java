package com.policycortex.istio.mesh;

import static com.policycortex.istio.mesh.Meshes.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicyMode;
import com.policycortex.istio.model.networking.VirtualService;
import org.junit.jupiter.api.Test;

class SidecarScopeTest {

  private static String service(String name, String namespace) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: %s}
    spec:
      ports:
        - {name: http, port: 80}
        - {name: metrics, port: 9090}
    """
        .formatted(name, namespace);
  }

  private static String sidecar(String name, String namespace, String spec) {
    return """
    apiVersion: networking.istio.io/v1
    kind: Sidecar
    metadata: {name: %s, namespace: %s}
    spec: %s
    """
        .formatted(name, namespace, spec);
  }

  private static String routes(String name, String namespace, String host, String to) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: %s, namespace: %s}
    spec:
      hosts: ["%s"]
      http:
        - route:
            - destination: {host: %s}
    """
        .formatted(name, namespace, host, to);
  }

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - {name: web, image: web:1}
      """;

  private static SidecarScope scope(Mesh mesh) {
    return mesh.view().sidecars().scope(mesh.view().workloads().in("shop").get(0));
  }

  @Test
  void one_that_selects_comes_before_the_one_of_the_namespace_and_that_of_the_root() {
    String root = sidecar("root", "istio-system", "{egress: [{hosts: ['./*']}]}");
    String own = sidecar("own", "shop", "{egress: [{hosts: ['./*']}]}");
    String selecting =
        sidecar(
            "web", "shop", "{workloadSelector: {labels: {app: web}}, egress: [{hosts: ['*/*']}]}");
    String other =
        sidecar(
            "api", "shop", "{workloadSelector: {labels: {app: api}}, egress: [{hosts: ['*/*']}]}");

    assertThat(scope(mesh(WEB)).sidecar()).isEmpty();
    assertThat(scope(mesh(WEB, root)).sidecar().map(Manifest::name)).contains("root");
    assertThat(scope(mesh(WEB, root, own, other)).sidecar().map(Manifest::name)).contains("own");
    assertThat(scope(mesh(WEB, root, own, selecting)).sidecar().map(Manifest::name))
        .contains("web");
    assertThat(scope(mesh(WEB, root, other)).sidecar().map(Manifest::name))
        .as("a namespace whose only Sidecar selects others")
        .contains("root");
  }

  @Test
  void what_is_not_listed_is_not_known() {
    Mesh mesh =
        mesh(
            WEB,
            service("web", "shop"),
            service("api", "shop"),
            service("bank", "bank"),
            sidecar(
                "own", "shop", "{egress: [{hosts: ['./*', '~./api.shop.svc.cluster.local']}]}"));
    SidecarScope scope = scope(mesh);

    assertThat(scope.resolve("web.shop.svc.cluster.local")).isPresent();
    assertThat(scope.resolve("api.shop.svc.cluster.local")).as("excluded").isEmpty();
    assertThat(scope.resolve("bank.bank.svc.cluster.local")).isEmpty();
    assertThat(scope.knows("bank.bank.svc.cluster.local")).isFalse();
  }

  @Test
  void a_destination_of_an_imported_virtual_service_is_known_too() {
    Mesh mesh =
        mesh(
            WEB,
            service("web", "shop"),
            service("bank", "bank"),
            routes("web", "shop", "web", "bank.bank.svc.cluster.local"),
            sidecar("own", "shop", "{egress: [{hosts: ['./*']}]}"));
    SidecarScope scope = scope(mesh);

    assertThat(scope.resolve("bank.bank.svc.cluster.local")).isEmpty();
    assertThat(scope.knows("bank.bank.svc.cluster.local")).isTrue();
  }

  @Test
  void the_namespace_of_an_egress_host_is_compared_with_that_of_the_virtual_service() {
    Mesh mesh =
        mesh(
            WEB,
            service("api", "prod"),
            routes("api", "platform", "api.prod.svc.cluster.local", "api.prod.svc.cluster.local"),
            sidecar("own", "shop", "{egress: [{hosts: ['prod/*']}]}"));

    assertThat(scope(mesh).resolve("api.prod.svc.cluster.local")).isPresent();
    assertThat(scope(mesh).virtualService("api.prod.svc.cluster.local")).isEmpty();
  }

  @Test
  void a_listener_with_a_port_imports_what_has_the_port() {
    Mesh mesh =
        mesh(
            WEB,
            service("web", "shop"),
            sidecar(
                "own",
                "shop",
                "{egress: [{port: {number: 443, protocol: HTTPS, name: tls}, hosts: ['./*']}]}"));

    assertThat(scope(mesh).resolve("web.shop.svc.cluster.local")).isEmpty();
  }

  @Test
  void a_policy_without_a_mode_means_only_what_is_registered() {
    Mesh mesh = mesh(WEB, sidecar("own", "shop", "{outboundTrafficPolicy: {}}"));

    assertThat(scope(mesh).outboundTrafficPolicy())
        .isEqualTo(MeshOutboundTrafficPolicyMode.REGISTRY_ONLY);
    assertThat(scope(mesh(WEB)).outboundTrafficPolicy())
        .isEqualTo(MeshOutboundTrafficPolicyMode.ALLOW_ANY);
  }

  @Test
  void a_service_is_visible_where_it_is_exported() {
    Mesh mesh =
        mesh(
            WEB,
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: partner, namespace: shop}
            spec:
              hosts: [api.partner.example]
              exportTo: [bank]
              ports:
                - {number: 443, name: https, protocol: HTTPS}
            """);

    assertThat(mesh.view().services().resolve("api.partner.example", "shop"))
        .as("an export list without the own namespace hides it there")
        .isEmpty();
    assertThat(mesh.view().services().resolve("api.partner.example", "bank")).isPresent();
  }

  @Test
  void private_rules_come_before_public_ones() {
    Mesh mesh =
        mesh(
            WEB,
            routes("a-public", "shop", "web", "web"),
            routes("b-private", "shop", "web", "web").replace("spec:", "spec:\n  exportTo: ['.']"));

    assertThat(mesh.view().virtualServices().forSidecars("web.shop.svc.cluster.local", "shop"))
        .extracting(VirtualService::name)
        .containsExactly("b-private", "a-public");
    assertThat(mesh.view().virtualServices().forSidecars("web.shop.svc.cluster.local", "bank"))
        .extracting(VirtualService::name)
        .containsExactly("a-public");
  }
}
