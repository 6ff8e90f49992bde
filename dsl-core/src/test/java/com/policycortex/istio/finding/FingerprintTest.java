package com.policycortex.istio.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final String FIRST =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: reviews
        namespace: shop
      spec:
        hosts:
        - reviews
        - "a..b"
        http:
        - route:
          - destination:
              host: reviews
            weight: -1
      """;
  private static final String SECOND = FIRST.replace("name: reviews", "name: ratings");

  @Test
  void a_fingerprint_survives_moves_order_and_formatting() {
    List<Fingerprint> before = fingerprints("mesh.yaml", FIRST + "---\n" + SECOND);
    assertThat(before).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    assertThat(fingerprints("other/place.yaml", "# moved\n\n" + SECOND + "---\n" + FIRST))
        .isEqualTo(before);
    String flow =
        FIRST
            .replace("- reviews\n  - \"a..b\"", "[other, 'a..b', reviews]")
            .replace("hosts:\n  [", "hosts: [");
    assertThat(flow).contains("hosts: [other");
    assertThat(fingerprints("mesh.yaml", flow + "---\n" + SECOND)).isEqualTo(before);
  }

  @Test
  void another_value_manifest_or_rule_is_another_finding() {
    Fingerprint print = Fingerprint.of(finding("\"a\" is no host", "reviews"));
    assertThat(print).isEqualTo(Fingerprint.of(finding("no host can be called \"a\"", "reviews")));
    assertThat(print).isNotEqualTo(Fingerprint.of(finding("\"b\" is no host", "reviews")));
    assertThat(print).isNotEqualTo(Fingerprint.of(finding("\"a\" is no host", "ratings")));
    assertThat(Fingerprint.of(finding("nothing has the host a.b.svc: 503", "x")).values())
        .containsExactly("a.b.svc");
    assertThat(Fingerprint.of(finding("shop/reviews and \"c d\" at 0.5 of http[3]", "x")).values())
        .containsExactly("shop/reviews", "c d", "0.5");
    Related other =
        new Related(
            new ResourceId("Gateway", Optional.empty(), "g"), "spec", "role", Origin.unknown());
    assertThat(print)
        .isNotEqualTo(Fingerprint.of(finding("\"a\" is no host", "reviews").related(other)));
    assertThat(print.digest())
        .hasSize(32)
        .isNotEqualTo(Fingerprint.of(finding("\"b\" is no host", "reviews")).digest());
  }

  @Test
  void what_has_no_name_is_known_by_its_file_below_the_folder() {
    Finding finding = finding("broken", "").at(Origin.file("/repository/mesh/a.yaml", 3, 1));
    assertThat(Fingerprint.of(finding, "/repository").subject())
        .isEqualTo("VirtualService shop/ in mesh/a.yaml");
    assertThat(Fingerprint.of(finding.at(Origin.file("./mesh/a.yaml", 9, 9)), "/repository"))
        .isEqualTo(Fingerprint.of(finding, "/repository"));
  }

  private static List<Fingerprint> fingerprints(String file, String text) {
    ReadResult read = ManifestReader.read(file, text);
    return Stream.concat(read.findings().stream(), Validation.validate(read.manifests()).stream())
        .map(Fingerprint::of)
        .sorted()
        .toList();
  }

  private static Finding finding(String message, String name) {
    return new Finding(
        "X",
        Severity.ERROR,
        new ResourceId("VirtualService", Optional.of("shop"), name),
        "spec.hosts[3]",
        message,
        "",
        Origin.unknown());
  }
}
