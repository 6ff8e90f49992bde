package com.policycortex.istio.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.documentation.Area;
import com.policycortex.istio.documentation.Explanation;
import com.policycortex.istio.documentation.Explanations;
import com.policycortex.istio.documentation.Proof;
import com.policycortex.istio.documentation.RulePage;
import com.policycortex.istio.documentation.RulePages;
import com.policycortex.istio.documentation.ShownExample;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each finding about a target has its page, made of its explanation and its example. */
class TargetPagesTest {

  private static final String SOURCES = "dsl-core/src/main/java/com/policycortex/istio/release/";

  private static final String ROUTES =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: reviews
        namespace: shop
      spec:
        hosts:
        - reviews.shop.svc.cluster.local
        http:
        - route:
          - destination:
              host: reviews.shop.svc.cluster.local
          retries:
            attempts: 2
            backoff: 100ms
      """;

  private static final String PLUGIN =
      """
      apiVersion: extensions.istio.io/v1alpha1
      kind: WasmPlugin
      metadata:
        name: basic-auth
        namespace: shop
      spec:
        url: oci://registry.example.com/basic-auth:1.0
        failStrategy: FAIL_RELOAD
      """;

  private static final String EXTENSION =
      """
      apiVersion: extensions.istio.io/v1alpha1
      kind: TrafficExtension
      metadata:
        name: basic-auth
        namespace: shop
      spec:
        wasm:
          url: oci://registry.example.com/basic-auth:1.0
      """;

  private record Example(
      String id, IstioVersion target, String source, String broken, String repaired) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "RELEASE-CONSTANT",
              IstioVersion.V1_26,
              "NewerFields.java",
              PLUGIN,
              PLUGIN.replace("FAIL_RELOAD", "FAIL_CLOSE")),
          new Example(
              "RELEASE-FIELD",
              IstioVersion.V1_24,
              "NewerFields.java",
              ROUTES,
              ROUTES.replace("      backoff: 100ms\n", "")),
          new Example(
              "RELEASE-KIND",
              IstioVersion.V1_29,
              "TargetRelease.java",
              EXTENSION,
              PLUGIN.replace("  failStrategy: FAIL_RELOAD\n", "")),
          new Example(
              "RELEASE-VERSION",
              IstioVersion.V1_21,
              "TargetRelease.java",
              ROUTES.replace("      backoff: 100ms\n", ""),
              ROUTES.replace("      backoff: 100ms\n", "").replace("io/v1\n", "io/v1beta1\n")));

  private final Proof proof = new Proof();

  @Test
  void every_finding_about_a_target_is_explained_and_has_its_page() throws Exception {
    Map<String, Explanation> explanations = Explanations.read(getClass(), List.of("target.md"));
    List<RulePage> pages = new ArrayList<>();
    for (Example example : EXAMPLES) {
      pages.add(page(example, Objects.requireNonNull(explanations.get(example.id()))));
    }
    if (RulePages.update()) {
      RulePages.ofProject().write(Area.TARGET, pages);
    }

    assertThat(pages)
        .extracting(RulePage::id)
        .containsExactlyInAnyOrderElementsOf(explanations.keySet());
    assertThat(RulePages.ofProject().problems(Area.TARGET, pages))
        .as(RulePages.HOW_TO_UPDATE)
        .isEmpty();
    assertThat(proof.failures()).isEmpty();
  }

  private RulePage page(Example example, Explanation explanation) {
    TargetRelease target = TargetRelease.of(example.target());
    ReadResult broken = ManifestReader.read("example.yaml", example.broken());
    ReadResult repaired = ManifestReader.read("example.yaml", example.repaired());
    assertThat(target.findings(repaired)).as(example.id() + ", repaired").isEmpty();
    List<Finding> findings = target.findings(broken);
    assertThat(findings).extracting(Finding::id).containsExactly(example.id());
    Finding finding = findings.get(0);
    return new RulePage(
        Area.TARGET,
        explanation,
        finding.severity(),
        List.of(RulePage.who(finding.gate(), finding.severity())),
        "all",
        List.of(SOURCES + example.source()),
        finding.hint(),
        shown(broken, example.broken(), Optional.of(finding.toString())),
        shown(repaired, example.repaired(), Optional.empty()));
  }

  private ShownExample shown(ReadResult read, String text, Optional<String> printed) {
    // What is read in an older version is a value of the newest.
    if (!read.manifests().get(0).toString().equals(text)) {
      return new ShownExample(
          text, new ShownExample.Java.None("Java writes the newest version."), printed);
    }
    proof.add(read.manifests());
    return ShownExample.of(read.manifests(), printed);
  }
}
