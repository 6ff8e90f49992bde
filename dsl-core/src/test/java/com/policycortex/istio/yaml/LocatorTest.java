package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatorTest {

  private static final String TEXT =
      """
      # first
      kind: VirtualService
      metadata: {name: a, labels: {app.kubernetes.io/name: x}}
      spec:
        hosts: [a,
          b]
      ---
      kind: List
      items:
      - kind: VirtualService
        metadata: {name: b}
        spec: {hosts: [c]}
      --- # broken
      kind: [
      """;

  private final Locator locator = new Locator(Map.of("mesh.yaml", TEXT));

  @ParameterizedTest
  @CsvSource({
    "a, 2, spec.hosts[1], 6:5",
    "a, 2, spec.hosts, 5:3",
    "a, 2, spec.hosts[7], 5:10",
    "a, 2, spec.nothing.at.all, 5:3",
    "a, 2, metadata.labels.app.kubernetes.io/name, 3:54",
    "b, 10, spec.hosts[0], 12:18",
    "c, 2, spec.hosts, 2:1",
    "a, 14, spec.hosts, 14:1",
  })
  void a_field_is_found_in_its_manifest_or_stays_where_it_was(
      String name, int line, String path, String place) {
    Finding finding = finding(name, path, Origin.file("mesh.yaml", line, 1));
    assertThat(locator.locate(finding).origin()).hasToString("mesh.yaml:" + place);
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 5:19", "6, 3, 7:19", "7, 8, 7:19", "8, 3, 9:19", "8, 75, 9:19", "1, 1, 5:19"})
  void of_a_list_the_manifest_is_meant_that_stands_there_whatever_others_are_named(
      int line, int column, String place) {
    String list =
        """
        apiVersion: v1
        kind: List
        items:
        - {kind: VirtualService, metadata: {name: a, namespace: one},
           spec: {hosts: [x]}}
        - {kind: VirtualService, metadata: {name: a, namespace: two},
           spec: {hosts: [x]}}
        - {kind: VirtualService, metadata: {name: a, namespace: three},
           spec: {hosts: [x]}}
        """;
    Finding finding = finding("a", "spec.hosts[0]", Origin.file("mesh.yaml", line, column));

    assertThat(new Locator(Map.of("mesh.yaml", list)).locate(finding).origin())
        .hasToString("mesh.yaml:" + place);
  }

  @Test
  void related_manifests_are_found_too_and_other_files_are_left_alone() {
    Finding finding =
        finding("a", "spec.hosts", Origin.file("other.yaml", 2, 1))
            .related(
                new Related(
                    new ResourceId("VirtualService", Optional.empty(), "b"),
                    "spec.hosts[0]",
                    "role",
                    Origin.file("mesh.yaml", 10, 3)));
    Finding located = locator.locate(finding);
    assertThat(located.origin()).isEqualTo(finding.origin());
    assertThat(located.related())
        .singleElement()
        .satisfies(other -> assertThat(other.origin()).hasToString("mesh.yaml:12:18"));
  }

  private static Finding finding(String name, String path, Origin origin) {
    return new Finding(
        "X",
        Severity.ERROR,
        new ResourceId("VirtualService", Optional.empty(), name),
        path,
        "message",
        "",
        origin);
  }
}
