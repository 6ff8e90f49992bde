package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of Kiali's validations, each rebuilt as a mesh: a check that names the code finds it in
 * the resource. In the file, {@code {web}} stands for a workload with its Service.
 */
class KialiCasesTest {

  private static final String CASE = "#: ";

  private static final String WEB =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {istio-injection: enabled}}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: web, namespace: shop}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web, version: v1}}
          spec:
            serviceAccountName: web
            containers: [{name: web, image: "web:1", ports: [{containerPort: 8080}]}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}, ports: [{name: http, port: 8080}]}
      """;

  /** A case: what Kiali calls it, in which resource it is found, and the mesh. */
  record Case(String code, String title, String resource, String manifests) {}

  @TestFactory
  Stream<DynamicTest> what_kiali_finds_is_found() {
    return cases().stream()
        .map(one -> dynamicTest(one.code() + ": " + one.title(), () -> isFound(one)));
  }

  @TestFactory
  Stream<DynamicTest> every_case_is_one_mistake_alone() {
    return cases().stream()
        .map(
            one ->
                dynamicTest(
                    one.code() + ": " + one.title(),
                    () ->
                        assertThat(ManifestReader.read("mesh.yaml", one.manifests()).findings())
                            .isEmpty()));
  }

  private static void isFound(Case one) {
    Mesh mesh = Mesh.of(ManifestReader.read("mesh.yaml", one.manifests()));
    List<String> found = new ArrayList<>();
    for (Finding finding : Analysis.of(mesh).findings()) {
      boolean named =
          Checks.find(finding.id())
              .filter(check -> check.info().codes().contains(one.code()))
              .isPresent();
      if (named) {
        found.add(finding.resource().toString());
      }
    }
    assertThat(found).as("%s in%n%s", one.title(), one.manifests()).contains(one.resource());
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String text : text().split("(?m)^" + CASE, -1)) {
      if (!text.isBlank()) {
        String head = text.substring(0, text.indexOf('\n'));
        int space = head.indexOf(' ');
        int arrow = head.indexOf(" => ");
        cases.add(
            new Case(
                head.substring(0, space),
                head.substring(space + 1, arrow),
                head.substring(arrow + 4).strip(),
                text.substring(text.indexOf('\n') + 1).replace("{web}\n", WEB)));
      }
    }
    assertThat(cases).isNotEmpty();
    return cases;
  }

  private static String text() {
    try (InputStream in = KialiCasesTest.class.getResourceAsStream("kiali-cases.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
