package com.policycortex.istio.release;

import static com.policycortex.istio.dsl.Istio.destinationRule;
import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.Istio.virtualService;
import static com.policycortex.istio.release.IstioVersion.V1_20;
import static com.policycortex.istio.release.IstioVersion.V1_21;
import static com.policycortex.istio.release.IstioVersion.V1_22;
import static com.policycortex.istio.release.IstioVersion.V1_26;
import static com.policycortex.istio.release.IstioVersion.V1_27;
import static com.policycortex.istio.release.IstioVersion.V1_29;
import static com.policycortex.istio.release.IstioVersion.V1_30;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.release.ApiTable.Row;
import com.policycortex.istio.render.OutputTree;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is newer than a target: by example, and every row of the tables. */
class TargetReleaseTest {

  private static final ApiDocument DOCUMENT = new ApiDocument();

  private static List<Finding> findings(IstioVersion target, String text) {
    ReadResult read = ManifestReader.read("a.yaml", text);
    assertThat(read.findings()).as(text).isEmpty();
    return TargetRelease.of(target).findings(read);
  }

  @Test
  void a_kind_that_the_target_lacks_is_an_error_that_names_the_release_which_has_it() {
    String filter =
        """
        apiVersion: extensions.istio.io/v1alpha1
        kind: TrafficExtension
        metadata: {name: a, namespace: b}
        spec:
          lua: {inlineCode: "function envoy_on_request(h) end"}
        """;

    assertThat(findings(V1_29, filter))
        .singleElement()
        .hasToString(
            """
            a.yaml:2:7: error RELEASE-KIND
              TrafficExtension b/a kind: TrafficExtension is a kind since Istio 1.30, and the target \
            is 1.29; its API server does not know it
              fix: Leave the manifest out, or take Istio 1.30 or newer as the target""");
    assertThat(findings(V1_30, filter)).isEmpty();
  }

  @Test
  void a_field_that_the_target_lacks_is_an_error_at_the_field() {
    String policy =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: a, namespace: b}
        spec:
          targetRefs:
          - {kind: Gateway, group: gateway.networking.k8s.io, name: waypoint}
        """;

    assertThat(findings(V1_21, policy))
        .singleElement()
        .hasToString(
            """
            a.yaml:5:3: error RELEASE-FIELD
              AuthorizationPolicy b/a spec.targetRefs: targetRefs is there since Istio 1.22, and the \
            target is 1.21; its API server refuses the manifest, and kubectl without validation \
            drops the field
              fix: Leave it out, or take Istio 1.22 or newer as the target""");
    assertThat(findings(V1_22, policy)).isEmpty();
  }

  @Test
  void a_constant_that_the_target_lacks_is_an_error() {
    String plugin =
        """
        apiVersion: extensions.istio.io/v1alpha1
        kind: WasmPlugin
        metadata: {name: a, namespace: b}
        spec:
          url: oci://a/b:1
          failStrategy: FAIL_RELOAD
        """;

    assertThat(findings(V1_26, plugin))
        .extracting(Finding::id, Finding::path)
        .containsExactly(tuple("RELEASE-CONSTANT", "spec.failStrategy"));
    assertThat(findings(V1_27, plugin)).isEmpty();
    assertThat(findings(V1_20, plugin.replace("FAIL_RELOAD", "FAIL_OPEN"))).isEmpty();
  }

  @Test
  void of_a_file_the_version_counts_that_it_has() {
    String routes =
        """
        apiVersion: networking.istio.io/v1beta1
        kind: VirtualService
        metadata: {name: a, namespace: b}
        spec:
          hosts: [a]
          http:
          - route:
            - destination: {host: a}
        """;

    assertThat(findings(V1_21, routes)).isEmpty();
    assertThat(findings(V1_21, routes.replace("v1beta1", "v1")))
        .singleElement()
        .hasToString(
            """
            a.yaml:1:13: error RELEASE-VERSION
              VirtualService b/a apiVersion: networking.istio.io/v1 of VirtualService is served since \
            Istio 1.22, and the target is 1.21; its API server does not know it
              fix: Write apiVersion: networking.istio.io/v1beta1""");
  }

  @Test
  void of_a_value_written_in_java_the_version_counts_that_is_written() {
    Manifest routes = virtualService(service("a").in("b").http(80));

    assertThat(TargetRelease.of(V1_21).findings(routes))
        .extracting(Finding::id)
        .containsExactly("RELEASE-VERSION");
    assertThat(TargetRelease.of(V1_22).findings(routes)).isEmpty();
  }

  @Test
  void a_value_is_written_in_the_newest_version_that_the_target_serves() {
    Manifest routes = virtualService(service("a").in("b").http(80));
    Manifest rule = destinationRule(service("a").in("b").http(80));
    TargetRelease old = TargetRelease.of(V1_21);

    assertThat(old.findingsAsServed(List.of(routes))).isEmpty();
    assertThat(routes.yaml(old.version(routes.kind())))
        .isEqualTo(routes.toString().replace("istio.io/v1\n", "istio.io/v1beta1\n"))
        .startsWith("apiVersion: networking.istio.io/v1beta1\nkind: VirtualService\n");
    assertThat(routes.yaml(TargetRelease.of(V1_22).version(routes.kind())))
        .isEqualTo(routes.toString());
    assertThat(OutputTree.empty().with("a.yaml", rule).files(old::version).get("a.yaml"))
        .startsWith("apiVersion: networking.istio.io/v1beta1\n");
    assertThatThrownBy(() -> routes.yaml("v2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("VirtualService has no version v2; it has [v1, v1beta1, v1alpha3]");
  }

  @Test
  void mesh_config_is_looked_into_where_istiod_reads_it() {
    String map =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: istio, namespace: istio-system}
        data:
          mesh: |
            accessLogFile: /dev/stdout
            hboneIdleTimeout: 5s
        """;

    assertThat(findings(IstioVersion.V1_28, map))
        .singleElement()
        .hasToString(
            """
            a.yaml:7:23: error RELEASE-FIELD
              ConfigMap istio-system/istio data.mesh.hboneIdleTimeout: hboneIdleTimeout is there \
            since Istio 1.29, and the target is 1.28; its istiod leaves it out, and only its log \
            says so
              fix: Leave it out, or take Istio 1.29 or newer as the target""");
    assertThat(findings(V1_29, map)).isEmpty();
  }

  @Test
  void mesh_config_is_looked_into_where_istioctl_reads_it() {
    IstioOperator operator =
        IstioOperator.istioOperator("istio")
            .meshConfig(MeshConfig.meshConfig().hboneIdleTimeout(Duration.ofSeconds(5)));

    assertThat(TargetRelease.of(V1_27).findings(operator))
        .extracting(Finding::path)
        .containsExactly("spec.meshConfig.hboneIdleTimeout");
  }

  @Test
  void kinds_of_others_are_as_old_as_they_are() {
    assertThat(
            findings(
                V1_20,
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: a, namespace: b}
                spec: {gatewayClassName: istio}
                """))
        .isEmpty();
  }

  @Test
  void the_newest_release_has_all() {
    assertThat(findings(IstioVersion.newest(), everyNewField().get(0))).isEmpty();
    assertThat(IstioVersion.newest()).hasToString(ApiTable.releases().get(1));
    assertThat(V1_20).hasToString(ApiTable.releases().get(0));
    assertThat(IstioVersion.values()).hasSize(12);
  }

  @Test
  void a_version_is_read_with_its_patch_and_without() {
    assertThat(IstioVersion.parse("1.24")).contains(IstioVersion.V1_24);
    assertThat(IstioVersion.parse("1.24.3")).contains(IstioVersion.V1_24);
    assertThat(IstioVersion.parse("v1.24.0-rc.1")).contains(IstioVersion.V1_24);
    assertThat(IstioVersion.parse("1.19")).isEmpty();
    assertThat(IstioVersion.parse("1.2")).isEmpty();
    assertThat(IstioVersion.parse("latest")).isEmpty();
  }

  private static List<String> everyNewField() {
    return ApiTable.kindRows().stream()
        .filter(row -> !row.since().equals("1.20"))
        .map(row -> DOCUMENT.text(row.kind(), row.path(), DOCUMENT.value(row)))
        .toList();
  }

  @Test
  void every_newer_field_and_constant_of_the_tables_is_found_and_only_for_older_targets() {
    List<String> problems = new ArrayList<>();
    int checked = 0;
    List<Row> rows =
        Stream.concat(ApiTable.kindRows().stream(), ApiTable.meshRows().stream())
            // One alone is not read: each needs the others.
            .filter(row -> !row.path().contains(".matchExpressions[]"))
            .toList();
    for (Row row : rows) {
      for (String constant : row.constants()) {
        if (row.later().containsKey(constant)) {
          checked++;
          check(row, '"' + constant + '"', row.later().get(constant), problems);
        }
      }
      if (!row.since().equals("1.20")) {
        checked++;
        check(row, DOCUMENT.value(row), row.since(), problems);
      }
    }
    assertThat(problems).isEmpty();
    assertThat(checked).isGreaterThan(300);
  }

  private static IstioVersion lastBefore(IstioVersion since) {
    return Arrays.stream(IstioVersion.values())
        .filter(version -> version.compareTo(since) < 0)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static void check(Row row, String value, String release, List<String> problems) {
    IstioVersion since = IstioVersion.parse(release).orElseThrow();
    IstioVersion before = lastBefore(since);
    String text = DOCUMENT.text(row.kind(), row.path(), value);
    if (finds(before, row, text) != 1) {
      problems.add(row + " = " + value + " is newer than " + before + ", and is not found");
    }
    if (finds(since, row, text) != 0) {
      problems.add(row + " = " + value + " is found for " + since);
    }
  }

  // The finding is about the field, or about one that it lies in.
  private static long finds(IstioVersion target, Row row, String text) {
    return newer(target, row, text).stream()
        .filter(finding -> !finding.id().equals("RELEASE-VERSION"))
        .map(finding -> finding.path().replace("[8080]", ".8080"))
        .filter(path -> path.equals("kind") || ApiDocument.place(row).startsWith(path))
        .count();
  }

  private static List<Finding> newer(IstioVersion target, Row row, String text) {
    if (row.kind().equals("MeshConfig")) {
      return TargetRelease.of(target)
          .findings(
              ManifestReader.read(
                  "a.yaml",
                  "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio}, data: {mesh: '"
                      + text
                      + "'}}"));
    }
    return TargetRelease.of(target).findings(ManifestReader.read("a.yaml", text));
  }

  @Test
  void networks_have_nothing_new() {
    assertThat(ApiTable.meshRows().stream().filter(row -> row.kind().equals("MeshNetworks")))
        .extracting(Row::since)
        .containsOnly("1.20");
  }
}
