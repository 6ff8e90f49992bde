package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.yaml.ManifestReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a VirtualService and a route for one service the one is named that proxies follow. */
class RouteWinnerTest {

  private static final String MESH =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: a, namespace: shop}
      spec: {selector: {app: a}, ports: [{name: http, port: 80}]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: r, namespace: shop}
      spec:
        parentRefs: [{group: "", kind: Service, name: a, port: 80}]
        rules: [{backendRefs: [{name: a, port: 80}]}]
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: v, namespace: shop}
      spec:
        exportTo: ["%s"]
        hosts: [a.shop.svc.cluster.local]
        http: [{route: [{destination: {host: a.shop.svc.cluster.local}}]}]
      """;

  @ParameterizedTest
  @CsvSource({"*, HTTPRoute shop/r", "., VirtualService shop/v"})
  void the_route_comes_first_in_its_namespace_unless_the_other_is_private(
      String exportTo, String winner) {
    Mesh mesh = Mesh.of(ManifestReader.read("mesh.yaml", MESH.formatted(exportTo)));

    assertThat(Analysis.of(mesh).findings())
        .filteredOn(finding -> finding.id().equals("VS-AND-ROUTE-SAME-HOST"))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.hint()).contains("proxies of shop follow " + winner));
  }
}
