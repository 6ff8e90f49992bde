package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that look like manifests and that a tool reads, not an API server. */
class FilesOfToolsTest {

  @Test
  void an_installation_needs_no_name_and_several_replace_nobody() {
    String installation = "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {}\n";
    assertThat(ids(installation)).isEmpty();
    String named = installation + "metadata: {name: control-plane}\n";
    assertThat(ids(named + "---\n" + named)).isEmpty();
  }

  @Test
  void the_settings_of_a_tool_have_no_metadata() {
    assertThat(ids("apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes: []\n")).isEmpty();
    assertThat(ids("apiVersion: example.com/v1\nkind: Widget\nmetadata: {namespace: shop}\n"))
        .containsExactly("META-NAME-REQUIRED");
    assertThat(ids("apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n")).isNotEmpty();
  }

  private static List<String> ids(String manifests) {
    ReadResult read = ManifestReader.read("file.yaml", manifests);
    return Stream.concat(read.findings().stream(), Validation.validate(read.manifests()).stream())
        .map(Finding::id)
        .toList();
  }
}
