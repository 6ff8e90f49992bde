package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that kustomize, Helm and others keep beside manifests. */
class KustomizationsTest {

  private static final String PATCH =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {replicas: 3}
      """;

  @TempDir Path folder;

  @Test
  void what_a_kustomization_uses_as_a_patch_is_no_manifest() throws IOException {
    write("kustomization.yaml", "resources: [service.yaml]\npatches: [{path: patches/web.yaml}]\n");
    write("service.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
    write("patches/web.yaml", PATCH);
    ReadResult read = ManifestReader.read(List.of(folder));
    assertThat(read.manifests()).extracting(Manifest::name).containsExactly("a");
    assertThat(read.findings())
        .filteredOn(finding -> finding.id().equals("YAML-KUSTOMIZATION"))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.INFO))
        .satisfies(one -> assertThat(one.origin().file()).endsWith("web.yaml"))
        .satisfies(one -> assertThat(one.message()).contains("kustomization.yaml uses it"));
    assertThat(errors(read)).isEmpty();
  }

  @Test
  void every_way_to_name_a_patch_is_known() throws IOException {
    write(
        "overlays/a/kustomization.yml",
        """
        kind: Kustomization
        patchesStrategicMerge: [one.yaml]
        patchesJson6902: [{target: {version: v1}, path: ../two.yaml}]
        configurations: [three.yaml]
        patches:
          - target: {kind: Service}
            patch: |-
              - op: remove
                path: /spec/type
        """);
    write("overlays/a/one.yaml", PATCH);
    write("overlays/two.yaml", "- {op: remove, path: /spec/type}\n");
    write("overlays/a/three.yaml", "nameReference: []\n");
    ReadResult read = ManifestReader.read(List.of(folder));
    assertThat(read.manifests()).isEmpty();
    assertThat(read.findings())
        .extracting(Finding::severity)
        .containsOnly(Severity.INFO)
        .hasSize(4);
  }

  @Test
  void what_is_called_a_patch_beside_a_kustomization_is_no_manifest() throws IOException {
    write(
        "kustomization.yaml", "resources: []\n#patches: [{path: manager_auth_proxy_patch.yaml}]\n");
    write("manager_auth_proxy_patch.yaml", PATCH);
    write("patches/web.yaml", PATCH);
    assertThat(errors(ManifestReader.read(List.of(folder)))).isEmpty();
    write("dispatch.yaml", PATCH);
    assertThat(errors(ManifestReader.read(List.of(folder)))).isNotEmpty();
  }

  @Test
  void what_is_called_a_patch_without_any_kustomization_is_read() throws IOException {
    write("patches/web-patch.yaml", PATCH);
    assertThat(errors(ManifestReader.read(List.of(folder)))).isNotEmpty();
  }

  @Test
  void a_document_that_deletes_a_manifest_is_none() throws IOException {
    write(
        "removals.yaml",
        """
        $patch: delete
        apiVersion: v1
        kind: Service
        metadata: {name: mysql}
        ---
        $patch: delete
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: mysql}
        """);
    ReadResult read = ManifestReader.read(List.of(folder));
    assertThat(read.manifests()).isEmpty();
    assertThat(read.findings())
        .extracting(Finding::id, Finding::severity)
        .containsOnly(tuple("YAML-KUSTOMIZATION", Severity.INFO));
  }

  @Test
  void the_labels_of_a_kustomization_fill_in_selectors() throws IOException {
    write("base/web.yaml", PATCH.replace("{replicas: 3}", "{template: {}}"));
    write("base/kustomization.yaml", "resources: [web.yaml]\n");
    assertThat(errors(ManifestReader.read(List.of(folder)))).hasSize(1);
    write("base/kustomization.yaml", "resources: [web.yaml]\ncommonLabels: {app: web}\n");
    assertThat(errors(ManifestReader.read(List.of(folder)))).isEmpty();
    write(
        "base/kustomization.yaml",
        "resources: [web.yaml]\nlabels: [{includeSelectors: true, pairs: {app: web}}]\n");
    assertThat(errors(ManifestReader.read(List.of(folder)))).isEmpty();
  }

  @Test
  void what_sops_adds_to_a_manifest_is_taken_away_before_a_cluster_sees_it() throws IOException {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: token}
        stringData: {token: "ENC[AES256_GCM,data:9LxT,type:str]"}
        sops: {lastmodified: "2025-12-22T01:21:04Z", %s, version: 3.11.0}
        """;
    write("secret.yaml", secret.formatted("mac: \"ENC[AES256_GCM,data:9qq,type:str]\""));
    ReadResult read = ManifestReader.read(List.of(folder));
    assertThat(read.findings()).isEmpty();
    assertThat(read.manifests()).extracting(Manifest::name).containsExactly("token");
    write("secret.yaml", secret.formatted("mad: yes"));
    assertThat(errors(ManifestReader.read(List.of(folder)))).hasSize(1);
  }

  @Test
  void files_that_only_look_like_manifests_are_for_other_tools() throws IOException {
    write("zarf.yaml", "kind: ZarfPackageConfig\nmetadata: {name: core}\ncomponents: []\n");
    write("values.yaml", "kind: DaemonSet\nautoscaling: {enabled: false}\n");
    write("install-config.yaml", "apiVersion: v1\nmetadata: {name: okd}\nbaseDomain: a.test\n");
    write(
        "catalog-info.yaml",
        """
        apiVersion: backstage.io/v1alpha1
        kind: Domain
        metadata: {name: banking, description: Money}
        """);
    assertThat(ManifestReader.read(List.of(folder)).findings())
        .hasSize(4)
        .allSatisfy(one -> assertThat(one.severity()).isEqualTo(Severity.INFO));
  }

  @Test
  void a_slip_in_a_manifest_among_other_files_stays_an_error() throws IOException {
    String body = "metadata: {name: a}\nspec: {ports: [{port: 80}]}\n";
    write("a.yaml", "kind: Service\n" + body);
    write("b.yaml", "apiVersion: v1\n" + body);
    write("c.yaml", "apiversion: v1\nkind: Service\nmetadata: {}\n");
    write("d.yaml", "apiVersion: a.test/v1\nkind: Domain\nmetadata: {name: a, lables: {}}\n");
    assertThat(errors(ManifestReader.read(List.of(folder)))).hasSize(4);
  }

  @Test
  void a_file_that_is_named_itself_is_read() throws IOException {
    write("kustomization.yaml", "patches: [{path: web.yaml}]\n");
    write("web.yaml", PATCH);
    assertThat(errors(ManifestReader.read(List.of(folder.resolve("web.yaml"))))).isNotEmpty();
  }

  @Test
  void folders_of_other_tools_are_left_out_unless_they_are_named() throws IOException {
    write(".github/workflows/ci.yaml", "on: [push]\n");
    write(".yamllint.yaml", "rules: {}\n");
    write("a.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
    assertThat(ManifestReader.read(List.of(folder)).findings()).isEmpty();
    assertThat(ManifestReader.read(List.of(folder.resolve(".github"))).findings()).isNotEmpty();
  }

  @Test
  void the_description_of_a_chart_and_a_playbook_are_no_manifests_and_no_errors()
      throws IOException {
    write("Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    write("tasks.yml", "- name: install\n  command: make\n");
    assertThat(ManifestReader.read(List.of(folder)).findings())
        .satisfiesExactly(
            one -> assertThat(one.id()).isEqualTo("YAML-HELM-TEMPLATE"),
            one -> assertThat(one.id()).isEqualTo("YAML-NOT-A-MANIFEST"))
        .allSatisfy(one -> assertThat(one.severity()).isEqualTo(Severity.INFO));
    assertThat(ManifestReader.read(List.of(folder.resolve("tasks.yml"))).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    write("tasks.yml", "- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n");
    assertThat(errors(ManifestReader.read(List.of(folder)))).hasSize(1);
  }

  private static List<Finding> errors(ReadResult read) {
    return read.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
