package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is given: findings, never an exception; and an update says what a new analysis says. */
class BadInputTest {

  private static final String BROKEN =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: reviews, namespace: shop}
      spec: {ports: [{name: http, port: 80}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: typo, namespace: shop}
      spec: {hosts: [reviews], htp: []}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: [
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: lost, namespace: shop}
      spec:
        hosts: [reviews]
        http:
        - route: [{destination: {host: nowhere}}]
      """;

  private static final String CIRCLE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: root, namespace: shop}
      spec:
        hosts: [reviews]
        http:
        - delegate: {name: one}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: one, namespace: shop}
      spec:
        http:
        - delegate: {name: two}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: two, namespace: shop}
      spec:
        http:
        - delegate: {name: one}
      """;

  // Everything of one workload, many times over, with selectors that pick all and that pick one.
  private static String crowd(int number) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: routes-%1$d, namespace: shop}
    spec:
      hosts: [reviews]
      http:
      - route: [{destination: {host: reviews, subset: v%1$d}}]
    ---
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: rule-%1$d, namespace: shop}
    spec:
      host: reviews
      subsets: [{name: v%1$d, labels: {version: v%1$d}}]
    ---
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: gateway-%1$d, namespace: shop}
    spec:
      selector: {app: reviews}
      servers:
      - port: {number: 443, name: https, protocol: HTTPS}
        hosts: ["*"]
        tls: {mode: SIMPLE, credentialName: shared}
    ---
    apiVersion: networking.istio.io/v1
    kind: Sidecar
    metadata: {name: sidecar-%1$d, namespace: shop}
    spec: {egress: [{hosts: ["*/*"]}]}
    ---
    apiVersion: security.istio.io/v1
    kind: PeerAuthentication
    metadata: {name: peers-%1$d, namespace: shop}
    spec:
      selector: {matchLabels: {app: reviews}}
      mtls: {mode: STRICT}
    ---
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: access-%1$d, namespace: istio-system}
    spec: {rules: [{}]}
    ---
    apiVersion: security.istio.io/v1
    kind: RequestAuthentication
    metadata: {name: tokens-%1$d, namespace: shop}
    spec:
      jwtRules: [{issuer: "https://issuer-%1$d.example.com", jwks: "{}"}]
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: again-%1$d, namespace: shop}
    spec:
      selector: {app: reviews}
      ports: [{name: http, port: 80}]
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: reviews-%1$d, namespace: shop}
    spec:
      selector: {matchLabels: {app: reviews}}
      template:
        metadata: {labels: {app: reviews, version: v1}}
        spec: {containers: [{name: reviews, image: "reviews:1"}]}
    """
        .formatted(number);
  }

  private static List<Manifest> crowd() {
    List<Manifest> manifests =
        new ArrayList<>(
            ManifestReader.read(
                    "reviews.yaml",
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: reviews, namespace: shop}
                    spec:
                      selector: {app: reviews}
                      ports: [{name: http, port: 80}]
                    ---
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: shop, labels: {istio-injection: enabled}}
                    """)
                .manifests());
    for (int i = 0; i < 40; i++) {
      manifests.addAll(ManifestReader.read("crowd.yaml", crowd(i)).manifests());
    }
    return manifests;
  }

  private static List<String> ids(Analysis analysis) {
    return analysis.findings().stream().map(Finding::id).toList();
  }

  private static List<String> sorted(List<Finding> findings) {
    return findings.stream().map(Finding::toString).sorted(Comparator.naturalOrder()).toList();
  }

  @Test
  void what_is_broken_is_left_out_and_said_and_the_rest_is_analysed() {
    Mesh mesh = Mesh.of(ManifestReader.read("mesh.yaml", BROKEN));

    assertThat(mesh.manifests()).extracting(Manifest::name).containsExactly("reviews", "lost");
    assertThat(mesh.findings())
        .extracting(Finding::id)
        .contains("YAML-UNKNOWN-FIELD")
        .hasSizeGreaterThan(1);
    assertThat(mesh.findings()).allSatisfy(one -> assertThat(one.origin().line()).isPositive());
    assertThat(ids(Analysis.of(mesh))).contains("REF-ROUTE-HOST-MISSING");
  }

  @Test
  void delegates_in_a_circle_are_found() {
    Mesh mesh = Mesh.of(ManifestReader.read("circle.yaml", CIRCLE));

    assertThat(Validation.validate(mesh.manifests()))
        .filteredOn(finding -> finding.id().equals("VS-HTTP-DELEGATE-NESTED"))
        .extracting(finding -> finding.resource().name())
        .containsExactly("one", "two");
    assertThat(ids(Analysis.of(mesh))).doesNotContain("CHECK-FAILED");
  }

  @Test
  void the_same_manifest_twice_is_found_and_analysed_once() {
    List<Manifest> read = ManifestReader.read("circle.yaml", CIRCLE).manifests();
    List<Manifest> twice = new ArrayList<>(read);
    twice.addAll(read);

    assertThat(Validation.validate(twice))
        .filteredOn(finding -> finding.id().equals("META-DUPLICATE"))
        .hasSize(read.size());
    assertThat(Analysis.of(Mesh.of(twice)).findings())
        .isEqualTo(Analysis.of(Mesh.of(read)).findings());
  }

  @Test
  void forty_of_everything_for_one_workload_do_no_harm() {
    assertThat(ids(Analysis.of(Mesh.of(crowd()))))
        .isNotEmpty()
        .contains("VS-MESH-HOST-CONFLICT")
        .doesNotContain("CHECK-FAILED");
  }

  // Answers that many ask for are kept, and only where there are many.
  @Test
  void an_update_of_a_crowd_finds_what_an_analysis_from_scratch_finds() {
    Mesh mesh = Mesh.of(crowd());
    Analysis analysis = Analysis.of(mesh);
    Random random = new Random(7);
    for (int i = 0; i < 25; i++) {
      Manifest gone = mesh.manifests().get(random.nextInt(mesh.manifests().size()));
      mesh = mesh.without(gone.resourceId());
      analysis = analysis.update(mesh);
      assertThat(sorted(analysis.findings()))
          .as("without %s", gone.resourceId())
          .isEqualTo(sorted(Analysis.of(Mesh.of(mesh.manifests())).findings()));
      if (i % 2 == 0) {
        mesh = mesh.with(gone);
        analysis = analysis.update(mesh);
      }
    }
  }

  @Test
  void all_examples_of_mistakes_together_make_no_check_fail() {
    List<Manifest> manifests = new ArrayList<>();
    for (CheckExample example : CheckExample.all()) {
      if (example.broken()) {
        manifests.addAll(ManifestReader.read("example.yaml", example.yaml()).manifests());
      }
    }

    assertThat(ids(Analysis.of(Mesh.of(manifests)))).isNotEmpty().doesNotContain("CHECK-FAILED");
  }
}
