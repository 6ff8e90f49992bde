package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule finds the mistake in its example, and nothing in the repaired one. */
class RuleExamplesTest {

  // Their examples are too large to be read: see LimitsTest. Or the reader finds them first.
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of(
          "META-DUPLICATE",
          "EF-CAUTION",
          "META-ANNOTATIONS-SIZE",
          "VS-DIRECT-BODY-MAX",
          "VS-DIRECT-BODY-LARGE",
          "EF-TARGETREFS-MAX",
          "EF-PROXYVERSION-LONG",
          "SELECTOR-LABELS-MAX",
          "AP-TARGETREFS-MAX",
          "AP-RULES-MAX",
          "AP-LIST-MAX",
          "RA-TARGETREFS-MAX",
          "RA-RULES-MAX",
          "TEL-TARGETREFS-MAX",
          "TX-TARGETREFS-MAX",
          "TX-LUA-SIZE",
          "WASM-TARGETREFS-MAX",
          "WASM-ENV-MAX",
          "SE-LIST-MAX",
          "SE-ENDPOINT-TEXT-LONG",
          "WE-ADDRESS-LONG",
          "WE-PORTS-MAX",
          "WE-LABELS-MAX",
          "WE-TEXT-LONG",
          "WG-TEXT-LONG",
          "WG-METADATA-MAX",
          "PC-ENVIRONMENT",
          "DR-PORTS-MAX",
          "CM-SIZE",
          "DR-UINT32",
          "EF-UINT32",
          "SE-UINT32",
          "WE-UINT32",
          "WG-UINT32",
          "DR-DURATION-RANGE",
          "DR-LB-RING-NEGATIVE");

  @TestFactory
  Stream<DynamicTest> a_rule_finds_the_mistake_in_its_example() throws IOException {
    return RuleExample.all().stream().map(e -> dynamicTest(e.id(), () -> judge(e)));
  }

  @Test
  void every_rule_has_an_example() throws IOException {
    Set<String> examples =
        RuleExample.all().stream().map(RuleExample::id).collect(Collectors.toSet());
    Set<String> rules = RuleBook.rules().stream().map(Rule::id).collect(Collectors.toSet());
    rules.removeAll(WITHOUT_EXAMPLE);

    assertThat(examples).containsExactlyInAnyOrderElementsOf(rules);
  }

  private static void judge(RuleExample example) {
    Severity severity =
        RuleBook.rules().stream()
            .filter(rule -> rule.id().equals(example.id()))
            .findFirst()
            .orElseThrow()
            .severity();

    assertThat(findings(example.broken()))
        .as(example.broken())
        .anySatisfy(
            finding -> {
              assertThat(finding.id()).isEqualTo(example.id());
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.path()).doesNotContain("..");
            });
    assertThat(findings(example.repaired()))
        .as(example.repaired())
        .noneMatch(finding -> finding.severity() == Severity.ERROR)
        .extracting(Finding::id)
        .doesNotContain(example.id());
  }

  private static List<Finding> findings(String yaml) {
    ReadResult result = ManifestReader.read("example.yaml", yaml);
    assertThat(result.findings()).as(yaml).isEmpty();
    return Validation.validate(result.manifests());
  }
}
