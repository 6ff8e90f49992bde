package com.policycortex.istio.mesh;

import static com.policycortex.istio.mesh.Meshes.mesh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a person reads about Gateways and routes of the Gateway API, and about waypoints. */
class GatewayApiDescriptionsTest {

  private static final Mesh MESH =
      mesh(
          """
          apiVersion: v1
          kind: Namespace
          metadata:
            name: shop
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: reviews, namespace: shop}
          spec:
            selector: {matchLabels: {app: reviews}}
            template:
              metadata: {labels: {app: reviews}}
              spec: {containers: [{name: reviews, image: "reviews:1"}]}
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: reviews, namespace: shop}
          spec:
            selector: {app: reviews}
            ports: [{name: http, port: 80}]
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata: {name: waypoint, namespace: shop}
          spec:
            gatewayClassName: istio-waypoint
            listeners: [{name: mesh, port: 15008, protocol: HBONE}]
          ---
          apiVersion: security.istio.io/v1
          kind: AuthorizationPolicy
          metadata: {name: at-waypoint, namespace: shop}
          spec:
            targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}]
            rules: [{}]
          ---
          apiVersion: security.istio.io/v1
          kind: AuthorizationPolicy
          metadata: {name: at-service, namespace: shop}
          spec:
            targetRefs: [{group: "", kind: Service, name: reviews}]
            rules: [{}]
          ---
          apiVersion: security.istio.io/v1
          kind: AuthorizationPolicy
          metadata: {name: at-all, namespace: istio-system}
          spec:
            targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint}]
            rules: [{}]
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata: {name: front, namespace: edge}
          spec:
            gatewayClassName: istio
            listeners:
              - name: http
                port: 80
                protocol: HTTP
                hostname: "*.example.com"
                allowedRoutes: {namespaces: {from: All}}
              - {name: again, port: 80, protocol: HTTP, hostname: "*.example.com"}
              - {name: own, port: 8080, protocol: HTTP}
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: site, namespace: shop}
          spec:
            parentRefs: [{name: front, namespace: edge}]
            hostnames: [shop.example.com]
            rules: [{backendRefs: [{name: reviews, port: 80}]}]
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: lost, namespace: shop}
          spec:
            parentRefs: [{name: front, namespace: edge, sectionName: own}]
            rules: [{backendRefs: [{name: reviews, port: 80}]}]
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: between, namespace: shop}
          spec:
            parentRefs:
              - {group: "", kind: Service, name: reviews, port: 80}
              - {group: "", kind: Service, name: reviews, port: 81}
            rules: [{backendRefs: [{name: reviews, port: 80}]}]
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: client, namespace: bank}
          spec:
            parentRefs: [{group: "", kind: Service, name: reviews, namespace: shop}]
            rules: [{backendRefs: [{name: reviews, namespace: shop, port: 80}]}]
          """);

  private static String lines(Object description) {
    return description.toString().replaceAll(" \\(mesh\\.yaml:[0-9:]+\\)", "");
  }

  @Test
  void a_gateway_has_listeners_with_the_routes_that_they_take_and_those_refused() {
    assertThat(lines(MESH.apiGateway("edge/front").orElseThrow()))
        .isEqualTo(
            """
            Gateway edge/front, of the class istio
              listener http: port 80 HTTP, *.example.com
                shop.example.com by HTTPRoute shop/site
              listener again: port 80 HTTP, *.example.com
                dropped: in conflict with the listener http
              listener own: port 8080 HTTP, all hosts
                no route: every request is answered with 404, or reset
              named by, without effect:
                HTTPRoute shop/lost: no listener own takes routes of the namespace shop""");
  }

  @Test
  void a_waypoint_has_services_and_policies() {
    assertThat(lines(MESH.apiGateway("shop/waypoint").orElseThrow()))
        .isEqualTo(
            """
            Gateway shop/waypoint, of the class istio-waypoint
              a waypoint for: service
              listener mesh: port 15008 HBONE, all hosts
              services that use it:
                Service shop/reviews
              policies that target it:
                AuthorizationPolicy shop/at-waypoint
                AuthorizationPolicy istio-system/at-all""");
  }

  @Test
  void a_host_has_a_waypoint_and_routes_of_its_own_and_of_clients() {
    assertThat(lines(MESH.host("reviews.shop")))
        .isEqualTo(
            """
            reviews.shop.svc.cluster.local, as proxies of the namespace shop see it
              service: Service shop/reviews
              exported to: *
              ports:
                80 http HTTP
              workloads behind it:
                Deployment shop/reviews
              routes: the default, no VirtualService applies
              routes of port 80: HTTPRoute shop/between
              routes of the Gateway API:
                HTTPRoute shop/between, port 80
                HTTPRoute shop/between, port 81: without effect: Service shop/reviews has no port 81
                HTTPRoute bank/client: for clients in bank only
              waypoint: Gateway shop/waypoint, by Namespace shop
              policies that target it or its waypoint:
                AuthorizationPolicy shop/at-service
                AuthorizationPolicy shop/at-waypoint
                AuthorizationPolicy istio-system/at-all""");
    assertThat(lines(MESH.host("reviews.shop", "bank")))
        .contains("  routes of port 80: HTTPRoute bank/client")
        .contains("    HTTPRoute bank/client, for this namespace only");
  }

  @Test
  void a_workload_is_told_the_waypoint_of_its_namespace_and_why_it_does_not_serve_it() {
    assertThat(lines(MESH.workload("shop/reviews")))
        .contains(
            "  waypoint of requests to its pods: Gateway shop/waypoint, by Namespace shop; it does"
                + " not serve it: it is for service");
  }

  @Test
  void a_gateway_that_is_not_there_is_looked_for_among_both_kinds() {
    assertThat(MESH.apiGateway("edge/frnt")).isEmpty();
    assertThat(MESH.hasGateway("edge/front")).isFalse();
    assertThatThrownBy(() -> MESH.gateway("edge/frnt"))
        .hasMessage("There is no Gateway edge/frnt; did you mean edge/front?");
  }
}
