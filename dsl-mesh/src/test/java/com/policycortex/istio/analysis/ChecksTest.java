package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each check finds the mistakes of its broken examples, and nothing in the repaired ones. */
class ChecksTest {

  private static final List<CheckExample> EXAMPLES = CheckExample.all();

  private static final SortedSet<String> REPAIRING =
      new TreeSet<>(
          List.of(
              "AMBIENT-WAYPOINT-NOT-LET-IN",
              "ANNOTATION-DEPRECATED",
              "ANNOTATION-MISPLACED",
              "ANNOTATION-UNKNOWN",
              "AUTHZ-ALLOW-COVERED",
              "AUTHZ-ALLOW-DEAD",
              "AUTHZ-DRY-RUN",
              "AUTHZ-ISSUER-UNKNOWN",
              "AUTHZ-METHOD-UNKNOWN",
              "AUTHZ-NAMESPACE-MISSING",
              "AUTHZ-OR-INSTEAD-OF-AND",
              "AUTHZ-PORT-NOT-OF-WORKLOAD",
              "AUTHZ-PRINCIPAL-FORMAT",
              "AUTHZ-PRINCIPAL-MISSING",
              "AUTHZ-PROVIDER-MISSING",
              "AUTHZ-RULE-UNSATISFIABLE",
              "AUTHZ-TRUST-DOMAIN-UNKNOWN",
              "DEPRECATED-FIELD",
              "DR-HOST-MISSING",
              "DR-LOCALITY-WITHOUT-OUTLIER",
              "DR-PORT-LEVEL-DROPS-SETTINGS",
              "EF-FILTER-MISSPELT",
              "EXPORT-NAMESPACE-MISSING",
              "EXTENSION-SELECTOR-NO-WORKLOAD",
              "GW-PLAIN-HTTP-NO-REDIRECT",
              "GW-SECRET-MISSING",
              "GW-TLS-WEAK",
              "GWAPI-ROUTE-BACKEND-MISSING",
              "GWAPI-ROUTE-PARENT-KIND",
              "GWAPI-ROUTE-SERVICE-MISSING",
              "INJECTION-LABEL-INVALID",
              "MTLS-CLIENT-SERVER-MISMATCH",
              "MTLS-POLICY-OUTRANKED",
              "MTLS-PORT-NOT-OF-WORKLOAD",
              "MTLS-ROOT-SELECTOR",
              "NS-INJECTION-LABELS-CONFLICT",
              "NS-REVISION-UNKNOWN",
              "REF-GATEWAY-MISSING",
              "REF-MIRROR-HOST-MISSING",
              "REF-MIRROR-SUBSET-MISSING",
              "REF-ROUTE-HOST-MISSING",
              "REF-ROUTE-PORT-AMBIGUOUS",
              "REF-ROUTE-PORT-MISSING",
              "REF-ROUTE-SUBSET-MISSING",
              "SE-TLS-TWICE",
              "SIDECAR-EGRESS-HOST-MISSING",
              "SIDECAR-MODE-MISSING",
              "SIDECAR-SELECTORLESS-DUPLICATE",
              "SVC-TARGET-PORT-MISSING",
              "TELEMETRY-PROVIDER-UNDEFINED",
              "TELEMETRY-ROOT-SELECTOR",
              "TELEMETRY-SELECTORLESS-DUPLICATE",
              "VS-HEADER-NAME-CASE",
              "VS-MATCH-GATEWAY-UNATTACHED",
              "VS-MATCH-UNSATISFIABLE",
              "VS-MIRROR-SELF",
              "VS-REWRITE-SLASH",
              "VS-ROUTE-DUPLICATE-DESTINATION",
              "VS-ROUTE-SINGLE-WEIGHT",
              "VS-RULE-SHADOWED",
              "VS-SOURCE-MATCH-WITHOUT-MESH",
              "VS-WEIGHT-ZERO",
              "WG-SERVICE-ACCOUNT-MISSING"));

  // What these change somebody must mean; all others write what happens already, or what a name
  // that leads nowhere can only have meant.
  private static final SortedSet<String> DECIDING =
      new TreeSet<>(
          List.of(
              "AMBIENT-WAYPOINT-NOT-LET-IN",
              "ANNOTATION-MISPLACED",
              "ANNOTATION-UNKNOWN",
              "AUTHZ-DRY-RUN",
              "AUTHZ-ISSUER-UNKNOWN",
              "AUTHZ-METHOD-UNKNOWN",
              "AUTHZ-NAMESPACE-MISSING",
              "AUTHZ-OR-INSTEAD-OF-AND",
              "AUTHZ-PORT-NOT-OF-WORKLOAD",
              "AUTHZ-PRINCIPAL-FORMAT",
              "AUTHZ-PRINCIPAL-MISSING",
              "AUTHZ-PROVIDER-MISSING",
              "AUTHZ-TRUST-DOMAIN-UNKNOWN",
              "DR-HOST-MISSING",
              "DR-LOCALITY-WITHOUT-OUTLIER",
              "DR-PORT-LEVEL-DROPS-SETTINGS",
              "EF-FILTER-MISSPELT",
              "EXPORT-NAMESPACE-MISSING",
              "EXTENSION-SELECTOR-NO-WORKLOAD",
              "GW-PLAIN-HTTP-NO-REDIRECT",
              "GW-TLS-WEAK",
              "GWAPI-ROUTE-PARENT-KIND",
              "INJECTION-LABEL-INVALID",
              "MTLS-CLIENT-SERVER-MISMATCH",
              "MTLS-POLICY-OUTRANKED",
              "MTLS-PORT-NOT-OF-WORKLOAD",
              "MTLS-ROOT-SELECTOR",
              "NS-INJECTION-LABELS-CONFLICT",
              "NS-REVISION-UNKNOWN",
              "SE-TLS-TWICE",
              "TELEMETRY-ROOT-SELECTOR",
              "VS-MATCH-GATEWAY-UNATTACHED",
              "VS-MATCH-UNSATISFIABLE",
              "VS-MIRROR-SELF",
              "VS-REWRITE-SLASH",
              "VS-RULE-SHADOWED",
              "WG-SERVICE-ACCOUNT-MISSING"));

  @Test
  void a_repair_that_changes_what_traffic_does_says_what() {
    Set<String> deciding = new TreeSet<>();
    for (CheckExample example : EXAMPLES) {
      if (example.broken()) {
        found(analysis(mesh(example)), example).stream()
            .flatMap(finding -> finding.repairs().stream())
            .filter(repair -> !repair.isSafe())
            .forEach(repair -> deciding.add(example.check()));
      }
    }
    assertThat(deciding).containsExactlyElementsOf(DECIDING);
  }

  @TestFactory
  Stream<DynamicTest> a_check_finds_the_mistakes_at_their_places() {
    return tests(CheckExample::broken, ChecksTest::findsTheMistakes);
  }

  @TestFactory
  Stream<DynamicTest> a_check_finds_nothing_in_what_is_repaired() {
    return tests(
        example -> !example.broken(),
        example -> assertThat(found(analysis(mesh(example)), example)).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> a_repair_removes_the_finding() {
    return tests(CheckExample::broken, ChecksTest::repairsRemoveTheFinding);
  }

  @TestFactory
  Stream<DynamicTest> a_repair_makes_nothing_that_a_cluster_refuses_and_no_new_error() {
    return tests(CheckExample::broken, ChecksTest::repairsAreClean);
  }

  @Test
  void checks_of_which_the_right_value_is_plain_offer_repairs() {
    Set<String> offering = new TreeSet<>();
    for (CheckExample example : EXAMPLES) {
      if (example.broken()
          && found(analysis(mesh(example)), example).stream()
              .anyMatch(finding -> !finding.repairs().isEmpty())) {
        offering.add(example.check());
      }
    }
    assertThat(offering).containsExactlyElementsOf(REPAIRING);
  }

  @TestFactory
  Stream<DynamicTest> an_update_finds_what_an_analysis_from_scratch_finds() {
    return tests(example -> true, ChecksTest::updatesAgree);
  }

  @TestFactory
  Stream<DynamicTest> examples_are_what_a_cluster_accepts() {
    return tests(
        example -> true,
        example -> {
          ReadResult read = ManifestReader.read("example.yaml", example.yaml());
          assertThat(read.findings()).as(example.yaml()).isEmpty();
          assertThat(Validation.validate(read.manifests()))
              .as(example.yaml())
              .noneMatch(finding -> finding.severity() == Severity.ERROR);
        });
  }

  @Test
  void every_check_has_examples() {
    assertThat(ids(CheckExample::broken)).isEqualTo(checks());
    assertThat(ids(example -> !example.broken())).isEqualTo(checks());
  }

  @Test
  void every_check_says_what_it_is() {
    Set<String> seen = new HashSet<>();
    for (Check<?> check : Checks.all()) {
      CheckInfo info = check.info();
      assertThat(info.id()).matches("[A-Z0-9]+(-[A-Z0-9]+)+");
      assertThat(seen.add(info.id())).as("%s is there once", info.id()).isTrue();
      assertThat(List.of(info.title(), info.meaning(), info.why(), info.fix()))
          .as(info.id())
          .noneMatch(String::isBlank);
      assertThat(info.meaning()).as(info.id()).endsWith(".");
      assertThat(info.why()).as(info.id()).endsWith(".");
      assertThat(info.title()).as(info.id()).doesNotEndWith(".");
      assertThat(info.fix()).as(info.id()).doesNotEndWith(".").matches("[A-Z].*");
    }
  }

  private static void findsTheMistakes(CheckExample example) {
    Analysis analysis = analysis(mesh(example));
    Map<Integer, String> found = new TreeMap<>();
    for (Finding finding : found(analysis, example)) {
      Finding located = analysis.mesh().locate(finding);
      found.merge(
          located.origin().line(), located.message(), (first, second) -> first + "\n" + second);
      assertThat(finding.path()).doesNotContain("..");
    }
    assertThat(found.keySet())
        .as("%s%nfound %s", example.yaml(), found)
        .isEqualTo(example.expected().keySet());
    example.expected().forEach((line, part) -> assertThat(found.get(line)).contains(part));
  }

  private static void repairsRemoveTheFinding(CheckExample example) {
    Analysis analysis = analysis(mesh(example));
    for (Finding finding : found(analysis, example)) {
      for (Repair repair : finding.repairs()) {
        Analysis repaired = Analysis.of(analysis.mesh().apply(repair));
        // Behind an element that is left out another one has its place.
        assertThat(findingsLike(finding, repaired))
            .as("%s of %s", repair, finding)
            .hasSizeLessThan(findingsLike(finding, analysis).size());
      }
    }
  }

  private static List<Finding> findingsLike(Finding finding, Analysis analysis) {
    return analysis.findings().stream()
        .filter(other -> other.id().equals(finding.id()))
        .filter(other -> other.resource().equals(finding.resource()))
        .toList();
  }

  private static void repairsAreClean(CheckExample example) {
    Analysis analysis = analysis(mesh(example));
    Set<String> before = errors(analysis);
    for (Finding finding : found(analysis, example)) {
      for (Repair repair : finding.repairs()) {
        Analysis repaired = Analysis.of(analysis.mesh().apply(repair));
        assertThat(Validation.validate(repaired.mesh().manifests()))
            .as("%s", repair)
            .noneMatch(other -> other.severity() == Severity.ERROR);
        assertThat(errors(repaired)).as("%s", repair).isSubsetOf(before);
      }
    }
  }

  // What they say may name another value afterwards.
  private static Set<String> errors(Analysis analysis) {
    return analysis.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.id() + " " + finding.resource())
        .collect(Collectors.toSet());
  }

  // Manifest by manifest in, and out again in the same order.
  private static void updatesAgree(CheckExample example) {
    Mesh whole = mesh(example);
    Mesh growing = Mesh.of();
    Analysis analysis = Analysis.of(growing);
    for (Manifest manifest : whole.manifests()) {
      growing = growing.with(manifest);
      analysis = analysis.update(growing);
      assertSame(analysis, growing);
    }
    for (Manifest manifest : whole.manifests()) {
      growing = growing.without(manifest.resourceId());
      analysis = analysis.update(growing);
      assertSame(analysis, growing);
    }
    assertThat(growing.manifests()).isEmpty();
  }

  private static void assertSame(Analysis updated, Mesh mesh) {
    assertThat(sorted(updated.findings()))
        .isEqualTo(sorted(Analysis.of(Mesh.of(mesh.manifests())).findings()));
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(Comparator.comparing(Finding::toString)).toList();
  }

  private static Mesh mesh(CheckExample example) {
    return Mesh.of(ManifestReader.read("example.yaml", example.yaml()));
  }

  private static Analysis analysis(Mesh mesh) {
    Analysis analysis = Analysis.of(mesh);
    assertThat(analysis.findings()).noneMatch(finding -> finding.id().equals("CHECK-FAILED"));
    return analysis;
  }

  private static List<Finding> found(Analysis analysis, CheckExample example) {
    assertThat(analysis.skipped())
        .as("the example has what the check needs")
        .noneMatch(skipped -> skipped.check().id().equals(example.check()));
    return analysis.findings().stream()
        .filter(finding -> finding.id().equals(example.check()))
        .toList();
  }

  private static Set<String> checks() {
    return Checks.all().stream().map(check -> check.info().id()).collect(Collectors.toSet());
  }

  private static Set<String> ids(Predicate<CheckExample> which) {
    return EXAMPLES.stream().filter(which).map(CheckExample::check).collect(Collectors.toSet());
  }

  private interface Judge {
    void judge(CheckExample example);
  }

  private static Stream<DynamicTest> tests(Predicate<CheckExample> which, Judge judge) {
    return EXAMPLES.stream()
        .filter(which)
        .map(example -> dynamicTest(example.toString(), () -> judge.judge(example)));
  }
}
