package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helm charts among manifests. */
class HelmChartsTest {

  private static final String TEMPLATE =
      """
      {{- if .Values.enabled }}
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: {{ .Release.Name }}}
      {{- end }}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeChart() throws IOException {
    write("shop/Chart.yaml", "{apiVersion: v2, name: shop, version: 1.0.0}");
    write("shop/values.yaml", "enabled: true\n");
    write("shop/values-prod.yaml", "enabled: [\n");
    write("shop/templates/gateway.yaml", TEMPLATE);
    write("shop/templates/tests/routes.yaml", TEMPLATE + "---\n" + TEMPLATE);
    write("shop/charts/cache/Chart.yaml", "{apiVersion: v2, name: cache, version: 1.0.0}");
    write("shop/charts/cache/templates/service.yaml", TEMPLATE);
    write("shop/crds/one.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: crd}}");
    write("own/service.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: own}}");
  }

  @Test
  void a_chart_is_left_out_with_one_finding_that_says_what_to_do() {
    ReadResult read = ManifestReader.read(List.of(folder));

    assertThat(read.manifests()).extracting(Manifest::name).containsExactly("own", "crd");
    assertThat(read.findings())
        .singleElement()
        .hasToString(
            folder.resolve("shop/Chart.yaml")
                + ":1:1: info YAML-HELM-TEMPLATE\n"
                + "  this is a Helm chart, which is not rendered here; 7 files of it are left out:"
                + " templates, values and charts within\n"
                + "  fix: Lint what Helm makes of it: helm template "
                + folder.resolve("shop")
                + " | istio lint -");
  }

  @Test
  void a_chart_that_was_asked_for_is_a_warning() {
    for (String asked : List.of("shop", "shop/templates", "shop/charts/cache/templates")) {
      assertThat(ManifestReader.read(List.of(folder.resolve(asked))).findings())
          .as(asked)
          .singleElement()
          .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.WARNING))
          .satisfies(
              one ->
                  assertThat(one.origin().file())
                      .isEqualTo(folder.resolve("shop/Chart.yaml").toString()));
    }
  }

  @Test
  void each_of_several_charts_is_named() throws IOException {
    write("more/bank/Chart.yaml", "{apiVersion: v2, name: bank, version: 1.0.0}");
    write("more/bank/templates/gateway.yml", TEMPLATE);

    assertThat(ManifestReader.read(List.of(folder)).findings())
        .extracting(one -> folder.relativize(Path.of(one.origin().file())).toString())
        .containsExactly("more/bank/Chart.yaml", "shop/Chart.yaml");
  }

  @Test
  void a_template_that_is_named_itself_or_has_no_chart_is_one_error_for_the_file()
      throws IOException {
    write("loose/templates/gateway.yaml", TEMPLATE + "---\n" + TEMPLATE);

    for (Path path :
        List.of(
            folder.resolve("loose"),
            folder.resolve("loose/templates/gateway.yaml"),
            folder.resolve("shop/templates/tests/routes.yaml"))) {
      assertThat(ManifestReader.read(List.of(path)).findings())
          .as(path.toString())
          .extracting(Finding::toString)
          .singleElement()
          .asString()
          .contains("error YAML-HELM-TEMPLATE", "fix: Lint what helm template prints");
    }
  }

  @Test
  void manifests_beside_a_chart_are_read() throws IOException {
    write("shop/examples/one.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: e}}");
    write("templates/two.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: t}}");

    assertThat(ManifestReader.read(List.of(folder)).manifests())
        .extracting(Manifest::name)
        .containsExactly("own", "crd", "e", "t");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
