package com.policycortex.istio.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suppressed;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.yaml.ManifestReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final Finding SHADOWED =
      finding("VS-RULE-SHADOWED", Severity.WARNING, "reviews", "spec.http[1].match[0]");

  @Test
  void a_suppressed_finding_is_taken_away_with_its_reason_and_its_end() {
    Applied applied = apply(file("id: VS-RULE-SHADOWED"), SHADOWED);
    assertThat(applied.findings()).isEmpty();
    assertThat(applied.problems()).isEmpty();
    assertThat(applied.suppressed())
        .containsExactly(
            new Suppressed(
                SHADOWED,
                "the old client needs it (until 2027-01-31)",
                Origin.file(".istio-dsl.yaml", 2, 3),
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "id: VS-*, true",
    "'{id: \"VS-RULE-SHADOWE?\"}', true",
    "id: vs-rule-shadowed, false",
    "id: VS-RULE, false",
    "'{id: \"*\", kind: VirtualService}', true",
    "'{id: \"*\", kind: Gateway}', false",
    "'{id: \"*\", namespace: shop, name: rev*}', true",
    "'{id: \"*\", namespace: \"\"}', false",
    "'{id: \"*\", name: ratings}', false",
    "'{id: \"*\", path: \"spec.http[1]*\"}', true",
    "'{id: \"*\", path: \"spec.http[0]*\"}', false",
    "'{id: \"*\", file: legacy/*}', true",
    "'{id: \"*\", file: /repository/legacy/*}', false",
    "'{id: \"*\", file: modern/*}', false"
  })
  void patterns_narrow_what_is_suppressed(String fields, boolean suppressed) {
    String entry = fields.startsWith("{") ? fields.substring(1, fields.length() - 1) : fields;
    String text =
        "suppress:\n- {" + entry + ", reason: the old client needs it, until: 2027-01-31}\n";
    Applied applied =
        Suppressions.read("f", text)
            .folder("/repository")
            .apply(List.of(SHADOWED), List.of(), TODAY);
    assertThat(applied.suppressed().isEmpty()).isNotEqualTo(suppressed);
    assertThat(applied.findings().isEmpty()).isEqualTo(suppressed);
  }

  @Test
  void a_suppression_holds_on_its_last_day_and_not_after() {
    String text = file("id: VS-RULE-SHADOWED");
    LocalDate last = LocalDate.parse("2027-01-31");
    assertThat(apply(text, last, SHADOWED).suppressed()).hasSize(1);
    Applied after = apply(text, last.plusDays(1), SHADOWED);
    assertThat(after.findings()).containsExactly(SHADOWED);
    assertThat(after.suppressed()).isEmpty();
    assertThat(after.problems())
        .singleElement()
        .hasToString(
            """
            .istio-dsl.yaml:2:3: warning SUPPRESSION-EXPIRED
              the suppression of VS-RULE-SHADOWED held until 2027-01-31
              fix: Repair what it hid, or decide anew and write a later day\
            """);
  }

  @Test
  void what_suppresses_nothing_is_said_so_with_what_was_meant() {
    Applied applied = apply(file("id: VS-RULE-SHADOWD"), SHADOWED);
    assertThat(applied.problems())
        .singleElement()
        .hasToString(
            """
            .istio-dsl.yaml:2:3: info SUPPRESSION-UNUSED
              the suppression of VS-RULE-SHADOWD suppresses nothing
              fix: Did you mean VS-RULE-SHADOWED?\
            """);
  }

  @Test
  void what_a_gate_refuses_cannot_be_suppressed() {
    Finding refused = finding("VS-HOST-DUP", Severity.ERROR, "reviews", "spec").by(Gate.ISTIOD);
    Applied applied = apply(file("id: VS-*"), refused);
    assertThat(applied.findings()).containsExactly(refused);
    assertThat(applied.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.id()).isEqualTo("SUPPRESSION-REFUSED");
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            });
    assertThat(apply(file("id: VS-*"), refused, SHADOWED).problems()).isEmpty();
    Finding own = finding("VS-HOST-DUP", Severity.ERROR, "reviews", "spec");
    assertThat(apply(file("id: VS-*"), own).suppressed()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "suppress: [{reason: r, until: 2027-01-31}] | 1:12 | SUPPRESSION-NO-ID",
        "suppress: [{id: A, until: 2027-01-31}] | 1:12 | SUPPRESSION-NO-REASON",
        "suppress: [{id: A, reason: ' ', until: 2027-01-31}] | 1:12 | SUPPRESSION-NO-REASON",
        "suppress: [{id: A, reason: r}] | 1:12 | SUPPRESSION-NO-DATE",
        "suppress: [{id: A, reason: r, until: tomorrow}] | 1:31 | SUPPRESSION-DATE",
        "suppress: [{id: A, reason: r, until: 2027-02-30}] | 1:31 | SUPPRESSION-DATE",
        "suppress: [{id: A, reason: r, until: 2027}] | 1:38 | YAML-TYPE",
        "suppress: [{id: A, reason: r, until: 2027-01-31, nme: x}] | 1:50 | YAML-UNKNOWN-FIELD",
        "suppress: {id: A} | 1:11 | YAML-TYPE",
        "suppress: [A] | 1:12 | YAML-TYPE",
        "supress: [] | 1:1 | YAML-UNKNOWN-FIELD",
        "- id: A | 1:1 | YAML-TYPE",
        "'suppress: [' | 1:11 | YAML-SYNTAX",
      })
  void a_mistake_in_the_file_is_a_finding_with_its_place(String text, String place, String id) {
    Applied applied = apply(text, finding("A", Severity.WARNING, "reviews", "spec"));
    assertThat(applied.suppressed()).isEmpty();
    assertThat(applied.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.id()).isEqualTo(id);
              assertThat(problem.severity()).isEqualTo(Severity.ERROR);
              assertThat(problem.origin()).hasToString(".istio-dsl.yaml:" + place);
              assertThat(problem.hint()).isNotEmpty();
              assertThat(problem.message()).doesNotContain("API server");
            });
  }

  @Test
  void a_mistake_in_one_does_not_touch_the_others() {
    String text =
        """
        suppress:
        - id: VS-RULE-SHADOWED
          nmespace: other
          reason: r
          until: 2027-01-31
        - id: VS-RULE-SHADOWED
          reason: this one holds
          until: 2027-01-31
        """;
    Applied applied = apply(text, SHADOWED);
    assertThat(applied.suppressed())
        .singleElement()
        .satisfies(one -> assertThat(one.justification()).startsWith("this one holds"));
    assertThat(applied.problems()).extracting(Finding::id).containsExactly("YAML-UNKNOWN-FIELD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "suppress: []\n", "---\n"})
  void an_empty_file_suppresses_nothing(String text) {
    Applied applied = apply(text, SHADOWED);
    assertThat(applied.findings()).containsExactly(SHADOWED);
    assertThat(applied.problems()).isEmpty();
  }

  @Property(tries = 300)
  void whatever_the_file_says_nothing_is_thrown_and_nothing_is_lost(
      @ForAll("texts") String text, @ForAll("texts") String annotation) {
    Applied applied =
        Suppressions.read("f", text)
            .apply(
                List.of(SHADOWED),
                List.of(
                    VirtualService.virtualService("reviews")
                        .metadata(
                            Metadata.metadata("reviews")
                                .annotation(Suppressions.ANNOTATION, annotation))),
                TODAY);
    assertThat(applied.findings().size() + applied.suppressed().size()).isEqualTo(1);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "suppress:",
            "- ",
            "id: ",
            "VS-*",
            "until ",
            "until: ",
            "2027-01-31",
            ": r",
            "reason: ",
            "\n",
            "  ",
            "{",
            "]",
            "\"",
            "*",
            "at spec",
            "\u0000",
            "x")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Test
  void a_second_document_is_not_silently_left_out() {
    assertThat(apply("suppress: []\n---\nsuppress: []\n").problems())
        .extracting(Finding::id)
        .containsExactly("YAML-SECOND-DOCUMENT");
  }

  @Test
  void a_manifest_can_carry_suppressions_of_its_own() {
    Manifest reviews =
        manifest(
            "reviews",
            "policycortex.com/suppress",
            "VS-RULE-SHADOWED at spec.http[1]* until 2027-01-31: the old client: it needs it\\n"
                + "VS-NO-* until 2027-01-31: streams");
    Finding timeout = finding("VS-NO-TIMEOUT", Severity.INFO, "reviews", "spec.http[0]");
    Finding elsewhere = finding("VS-RULE-SHADOWED", Severity.WARNING, "reviews", "spec.http[2]");
    Finding other = finding("VS-NO-TIMEOUT", Severity.INFO, "ratings", "spec.http[0]");
    Applied applied =
        Suppressions.ofManifests()
            .apply(List.of(SHADOWED, timeout, elsewhere, other), List.of(reviews), TODAY);
    assertThat(applied.findings()).containsExactly(elsewhere, other);
    assertThat(applied.suppressed())
        .extracting(Suppressed::justification)
        .containsExactly(
            "the old client: it needs it (until 2027-01-31)", "streams (until 2027-01-31)");
    assertThat(applied.suppressed()).allMatch(Suppressed::inSource);
    assertThat(applied.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VS-RULE-SHADOWED | SUPPRESSION-NO-REASON",
        "VS-RULE-SHADOWED: r | SUPPRESSION-NO-DATE",
        "VS-RULE-SHADOWED until 2027-01-31 | SUPPRESSION-NO-REASON",
        "VS-RULE-SHADOWED until 2027-01-31: | SUPPRESSION-NO-REASON",
        "VS-RULE-SHADOWED until soon: r | SUPPRESSION-DATE",
        "VS-RULE-SHADOWED before 2027-01-31: r | SUPPRESSION-SYNTAX",
        "VS-RULE-SHADOWED until 2020-01-31: r | SUPPRESSION-EXPIRED",
      })
  void a_mistake_in_the_annotation_is_a_finding_at_the_manifest(String value, String id) {
    Manifest reviews = manifest("reviews", "policycortex.com/suppress", value);
    Applied applied = Suppressions.ofManifests().apply(List.of(SHADOWED), List.of(reviews), TODAY);
    assertThat(applied.findings()).containsExactly(SHADOWED);
    assertThat(applied.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.id()).isEqualTo(id);
              assertThat(problem.resource()).isEqualTo(reviews.resourceId());
              assertThat(problem.path())
                  .isEqualTo("metadata.annotations.policycortex.com/suppress");
              assertThat(problem.origin()).isEqualTo(reviews.origin());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "IST0109, true",
    "'IST0101,IST0109', true",
    "'IST0109,IST0109', true",
    "*, true",
    "'IST0101, IST0109', false",
    "IST0101, false",
    "ist0109, false",
    "IST01*, false",
    "'', false"
  })
  void istios_own_annotation_is_read_as_istioctl_reads_it(String codes, boolean suppressed) {
    Manifest reviews = manifest("reviews", "galley.istio.io/analyze-suppress", codes);
    Finding refused = finding("VS-HOST-DUP", Severity.ERROR, "reviews", "spec").by(Gate.ISTIOD);
    Finding other = finding("MESH-HOST-CONFLICT", Severity.ERROR, "ratings", "spec");
    Finding conflict = finding("MESH-HOST-CONFLICT", Severity.ERROR, "reviews", "spec");
    Applied applied =
        Suppressions.ofManifests()
            .istioCodes(
                finding -> finding.id().equals("MESH-HOST-CONFLICT") ? Set.of("IST0109") : Set.of())
            .apply(List.of(conflict, refused, other), List.of(reviews), TODAY);
    assertThat(applied.suppressed()).hasSize(suppressed ? 1 : 0);
    assertThat(applied.findings()).contains(refused, other);
    assertThat(applied.problems()).isEmpty();
  }

  @Test
  void what_admission_says_has_istios_codes() {
    IstioCodes codes = IstioCodes.OF_VALIDATION;
    Finding error = finding("X", Severity.ERROR, "a", "");
    Finding warning = finding("X", Severity.WARNING, "a", "");
    assertThat(codes.of(error)).isEmpty();
    assertThat(codes.of(error.by(Gate.API_SERVER))).isEmpty();
    assertThat(codes.of(error.by(Gate.BOTH))).containsExactly("IST0106");
    assertThat(codes.of(warning.by(Gate.ISTIOD))).containsExactly("IST0133");
    assertThat(codes.of(finding("VS-UNREACHABLE-LAST", Severity.WARNING, "a", "").by(Gate.ISTIOD)))
        .containsExactly("IST0130");
    assertThat(codes.of(finding("VS-INEFFECTIVE-DUP", Severity.WARNING, "a", "").by(Gate.ISTIOD)))
        .containsExactly("IST0131");
    assertThat(codes.or(finding -> Set.of("IST0001")).of(error)).containsExactly("IST0001");
  }

  private static Applied apply(String text, Finding... findings) {
    return apply(text, TODAY, findings);
  }

  private static Applied apply(String text, LocalDate today, Finding... findings) {
    return Suppressions.read(".istio-dsl.yaml", text).apply(List.of(findings), List.of(), today);
  }

  private static String file(String first) {
    return "suppress:\n- " + first + "\n  reason: the old client needs it\n  until: 2027-01-31\n";
  }

  private static Manifest manifest(String name, String annotation, String value) {
    return ManifestReader.read(
            "mesh.yaml",
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: %s
              namespace: shop
              annotations:
                %s: "%s"
            spec:
              hosts: [a]
            """
                .formatted(name, annotation, value))
        .manifests()
        .get(0);
  }

  private static Finding finding(String id, Severity severity, String name, String path) {
    return new Finding(
        id,
        severity,
        new ResourceId("VirtualService", Optional.of("shop"), name),
        path,
        "message",
        "hint",
        Origin.file("/repository/legacy/mesh.yaml", 3, 1));
  }
}
