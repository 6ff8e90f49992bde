package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.networking.VirtualService;
import org.junit.jupiter.api.Test;

/** A repair does no harm: what it would break is not offered, or somebody has to decide. */
class HarmlessRepairsTest {

  @Test
  void plain_HTTP_is_not_sent_to_the_only_port_if_that_is_for_TLS() {
    Finding found =
        Found.oneBy(
            "REF-ROUTE-PORT-MISSING",
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: payments, namespace: shop}
            spec:
              hosts: [api.payments.example]
              resolution: DNS
              ports: [{number: 443, name: https, protocol: HTTPS}]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: payments, namespace: shop}
            spec:
              hosts: [api.payments.example]
              http:
                - route:
                    - destination: {host: api.payments.example, port: {number: 80}}
            """);

    assertThat(found.repairs()).isEmpty();
    assertThat(found.hint()).isEqualTo("Give the service a port 80 for HTTP: 443 is for TLS");
  }

  @Test
  void a_policy_that_lacks_the_selector_for_its_ports_is_not_removed() {
    Finding found =
        Found.oneBy("MTLS-POLICY-OUTRANKED", policies("portLevelMtls: {9080: {mode: PERMISSIVE}}"));

    assertThat(found.repairs()).isEmpty();
    assertThat(found.hint()).contains("selector");
  }

  @Test
  void to_remove_the_younger_of_two_policies_is_for_somebody_to_decide() {
    Finding found = Found.oneBy("MTLS-POLICY-OUTRANKED", policies("mtls: {mode: PERMISSIVE}"));

    assertThat(found.repairs()).hasSize(1).noneMatch(Repair::isSafe);
  }

  @Test
  void a_VirtualService_is_bound_to_the_gateway_of_its_match_and_stays_bound_to_mesh() {
    Finding found =
        Found.oneBy(
            "VS-MATCH-GATEWAY-UNATTACHED",
            """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: shop}
            spec:
              servers:
                - port: {number: 80, name: http, protocol: HTTP}
                  hosts: [reviews.example.com]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: shop}
            spec:
              hosts: [reviews.example.com]
              http:
                - match: [{gateways: [edge]}]
                  route: [{destination: {host: reviews}}]
                - route: [{destination: {host: reviews}}]
            """);

    assertThat(found.repairs()).hasSize(1).noneMatch(Repair::isSafe);
    Mesh bound = Mesh.of().apply(found.repairs().get(0));
    assertThat(bound.view().all(VirtualService.KIND).get(0).gateways())
        .containsExactly("mesh", "edge");
    assertThat(found.hint()).startsWith("Add edge to spec.gateways");
  }

  private static String policies(String second) {
    return """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: shop}
        spec:
          mtls: {mode: STRICT}
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: reviews, namespace: shop}
        spec:
          %s
        """
        .formatted(second);
  }
}
