package com.policycortex.istio.mesh;

import static com.policycortex.istio.mesh.Meshes.mesh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a person reads who asks about a workload, a host, a gateway. */
class DescriptionsTest {

  private static final Mesh MESH =
      mesh(
          """
          apiVersion: v1
          kind: Namespace
          metadata:
            name: shop
            labels: {istio-injection: enabled}
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: reviews, namespace: shop}
          spec:
            selector: {matchLabels: {app: reviews}}
            template:
              metadata:
                labels: {app: reviews, version: v1}
              spec:
                serviceAccountName: critic
                containers:
                  - name: reviews
                    image: reviews:1
                    ports:
                      - {name: web, containerPort: 8080}
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: reviews, namespace: shop}
          spec:
            selector: {app: reviews}
            ports:
              - {name: http, port: 80, targetPort: web}
          ---
          apiVersion: networking.istio.io/v1
          kind: Sidecar
          metadata: {name: a-default, namespace: shop}
          spec:
            egress:
              - hosts: ["./*", "istio-system/*"]
          ---
          apiVersion: networking.istio.io/v1
          kind: Sidecar
          metadata: {name: b-default, namespace: shop}
          spec:
            egress:
              - hosts: ["*/*"]
          ---
          apiVersion: security.istio.io/v1
          kind: PeerAuthentication
          metadata: {name: default, namespace: istio-system}
          spec:
            mtls: {mode: STRICT}
          ---
          apiVersion: security.istio.io/v1
          kind: AuthorizationPolicy
          metadata: {name: nothing, namespace: shop}
          spec: {}
          ---
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: a-reviews, namespace: shop}
          spec:
            hosts: [reviews]
            http:
              - route:
                  - destination: {host: reviews, subset: v1}
          ---
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: b-reviews, namespace: shop}
          spec:
            hosts: [reviews]
            http:
              - route:
                  - destination: {host: reviews}
          ---
          apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: reviews, namespace: shop}
          spec:
            host: reviews
            subsets:
              - name: v1
                labels: {version: v1}
          ---
          apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: reviews, namespace: elsewhere}
          spec:
            host: reviews.shop.svc.cluster.local
          ---
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
          apiVersion: networking.istio.io/v1
          kind: Gateway
          metadata: {name: ingress, namespace: edge}
          spec:
            selector: {istio: ingress}
            servers:
              - port: {number: 80, name: http, protocol: HTTP}
                hosts: ["*.example.com"]
          ---
          apiVersion: networking.istio.io/v1
          kind: Gateway
          metadata: {name: late, namespace: edge}
          spec:
            selector: {istio: ingress}
            servers:
              - port: {number: 80, name: tcp, protocol: TCP}
                hosts: ["*"]
          ---
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: site, namespace: shop}
          spec:
            hosts: [shop.example.com]
            gateways: [edge/ingress]
            http:
              - route:
                  - destination: {host: reviews}
          ---
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: lost, namespace: shop}
          spec:
            hosts: [shop.example.org]
            gateways: [edge/ingress]
            http:
              - route:
                  - destination: {host: reviews}
          """);

  private static String lines(Object description) {
    return description.toString().replaceAll(" \\(mesh\\.yaml:[0-9:]+\\)", "");
  }

  @Test
  void a_workload() {
    assertThat(lines(MESH.workload("shop/reviews")))
        .isEqualTo(
            """
            Deployment shop/reviews
              proxy: a sidecar
              identity: cluster.local/ns/shop/sa/critic
              services that lead here:
                reviews.shop.svc.cluster.local: 80 http HTTP to port 8080
              reaches: ./*, istio-system/*, by Sidecar shop/a-default
              unknown hosts: ALLOW_ANY
              mutual TLS: STRICT, by PeerAuthentication istio-system/default
              access, where DENY comes first:
                ALLOW nobody: AuthorizationPolicy shop/nothing
              without effect here:
                Sidecar shop/b-default: Sidecar shop/a-default decides: the older one decides;\
             of two created in the same second the first by name""");
  }

  @Test
  void a_host() {
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
              routes: VirtualService shop/a-reviews
              traffic policy: DestinationRule shop/reviews; subsets: v1 {version=v1}
              led to by:
                VirtualService shop/a-reviews
                VirtualService shop/b-reviews
                VirtualService shop/lost
                VirtualService shop/site
              without effect here:
                VirtualService shop/b-reviews: VirtualService shop/a-reviews decides: the older\
             one decides; of two created in the same second the first by name
                DestinationRule elsewhere/reviews: it does not apply to clients in shop""");
  }

  @Test
  void a_host_from_elsewhere() {
    assertThat(lines(MESH.host("reviews.shop.svc.cluster.local", "elsewhere")))
        .contains("as proxies of the namespace elsewhere see it")
        .contains("traffic policy: DestinationRule elsewhere/reviews; subsets: none")
        .contains("DestinationRule shop/reviews: it does not apply to clients in elsewhere");
  }

  @Test
  void a_gateway() {
    assertThat(lines(MESH.gateway("edge/ingress")))
        .isEqualTo(
            """
            Gateway edge/ingress
              on: Deployment edge/ingress
              servers[0]: port 80 HTTP, listening on 80: *.example.com
                shop.example.com by VirtualService shop/site
              named by, without effect:
                VirtualService shop/lost: it has no host of a server""");
    assertThat(lines(MESH.gateway("edge/late")))
        .contains("dropped: port 80 has a plaintext server of HTTP, and only HTTP goes with HTTP")
        .contains("by Gateway edge/ingress servers[0]");
    assertThat(lines(MESH.workload("edge/ingress")))
        .contains("proxy: it is a gateway", "Gateway edge/late");
  }

  @Test
  void a_host_is_found_however_people_write_it() {
    String full = MESH.host("reviews.shop.svc.cluster.local").toString();

    assertThat(MESH.host("reviews.shop.svc")).hasToString(full);
    assertThat(MESH.host("reviews.shop.svc.cluster.local.")).hasToString(full);
    assertThat(MESH.host("Reviews.Shop")).hasToString(full);
    assertThat(MESH.host("reviews", "shop")).hasToString(full);
    assertThat(MESH.host("reviews.shop", "shop")).hasToString(full);
  }

  @Test
  void a_host_that_nobody_knows_is_none_for_any_namespace() {
    assertThatThrownBy(() -> MESH.host("reviws", "shop"))
        .hasMessage("There is no host reviws; did you mean reviews.shop?");
  }

  @Test
  void a_name_without_a_namespace_before_its_slash_is_of_no_workload() {
    assertThatThrownBy(() -> MESH.workload("/reviews"))
        .hasMessage("There is no workload /reviews; did you mean shop/reviews?");
  }

  @Test
  void of_several_workloads_of_one_name_the_kind_says_which() {
    Mesh twice =
        mesh(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: db, namespace: shop}
            spec:
              selector: {matchLabels: {app: db}}
              template: {metadata: {labels: {app: db}}, spec: {containers: [{name: a, image: b}]}}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              selector: {matchLabels: {app: db}}
              template: {metadata: {labels: {app: db}}, spec: {containers: [{name: a, image: b}]}}
            """);

    assertThatThrownBy(() -> twice.workload("shop/db"))
        .hasMessage(
            "There are several workloads shop/db; name one of Deployment/shop/db,"
                + " StatefulSet/shop/db");
    assertThat(twice.workload("StatefulSet/shop/db").toString()).startsWith("StatefulSet shop/db");
    assertThat(twice.workload("deployment/shop/db").toString()).startsWith("Deployment shop/db");
  }

  @Test
  void what_is_not_there() {
    assertThatThrownBy(() -> MESH.workload("shop/review"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no workload shop/review; did you mean shop/reviews?");
    assertThatThrownBy(() -> MESH.host("reviws.shop.svc.cluster.local"))
        .hasMessageContaining("did you mean reviews.shop?");
    assertThatThrownBy(() -> MESH.gateway("elsewhere/outbound"))
        .hasMessage("There is no Gateway elsewhere/outbound; there are edge/ingress, edge/late");
    assertThatThrownBy(() -> MESH.gateway("late"))
        .hasMessage("There is no Gateway default/late; did you mean edge/late?");
    assertThatThrownBy(() -> MESH.host("reviewz.shop"))
        .hasMessage("There is no host reviewz.shop; did you mean reviews.shop?");
  }
}
