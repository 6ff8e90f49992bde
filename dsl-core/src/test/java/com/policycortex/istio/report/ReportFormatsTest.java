package com.policycortex.istio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFormatsTest {

  /** Writes what the reports are now over what they should be, to be looked at before a commit. */
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  @ParameterizedTest
  @CsvSource({
    "text, report.txt",
    "json, report.jsonl",
    "sarif, report.sarif",
    "junit, report.xml",
    "markdown, report.md"
  })
  void aReportIsWrittenAsPeopleAgreed(String format, String file) throws IOException {
    String text = Sample.report().text(ReportFormat.named(format));
    if (WRITE) {
      Files.writeString(
          Path.of("src/test/resources/com/policycortex/istio/report").resolve(file), text);
    }
    assertThat(text).isEqualTo(Sample.resource(file));
  }

  @Test
  void theOrderOfTheFindingsGivenDoesNotMatter() {
    Report report = Sample.report();
    List<Finding> reversed = new ArrayList<>(report.findings());
    Collections.reverse(reversed);
    assertThat(Report.of(reversed).findings()).isEqualTo(report.findings());
  }

  @Test
  void aTerminalIsToldNothingByNamesOfOthers() {
    Finding finding = finding("\u001B[2J evil\nline \u202E", "a\u001Bb");
    String text = Report.of(List.of(finding)).text(ReportFormat.text());
    assertThat(text).doesNotContain("\u001B", "\u202E").contains(" [2J evil line");
    assertThat(Report.of(List.of(finding)).text(ReportFormat.colouredText()))
        .contains("\u001B[1;31merror\u001B[0m")
        .doesNotContain("\u001B[2J");
  }

  @Test
  void lighterFindingsAreCountedButNotWritten() {
    Report report = Sample.report().shown(Severity.ERROR);
    assertThat(report.text(ReportFormat.text()))
        .contains("VS-HOST-CONFLICT", "2 findings below error not shown", "1 warning")
        .doesNotContain("VS-RULE-SHADOWED");
    assertThat(report.text(ReportFormat.json()).lines()).hasSize(1);
  }

  @Test
  void whatFailsIsChosen() {
    Report warnings = Report.of(List.of(Sample.report().findings().get(0)));
    assertThat(warnings.isFailed()).isFalse();
    assertThat(warnings.failOn(Severity.WARNING).isFailed()).isTrue();
    assertThat(warnings.failOn(Severity.WARNING).text(ReportFormat.junit())).contains("<failure");
    assertThat(warnings.text(ReportFormat.junit()))
        .contains("<system-out>")
        .doesNotContain("<failure");
  }

  @Test
  void markdownKeepsItsLengthAndSaysWhatIsMissing() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      findings.add(finding("message " + i + " ```` & @everyone", "name-" + i));
    }
    String text = Report.of(findings).text(ReportFormat.markdown());
    assertThat(text.length()).isBetween(50_000, 60_000);
    assertThat(text).containsPattern("\\d+ more findings not shown").contains("&#64;everyone");
    assertThat(Report.of(findings).text(ReportFormat.markdown(2_000)).length())
        .isLessThanOrEqualTo(2_000);
    assertThatThrownBy(() -> ReportFormat.markdown(10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2000");
  }

  @Test
  void aTextInMarkdownCannotEndItsFence() {
    String source = "a: \"````\"\n";
    Finding finding = finding("m", "n").at(Origin.file("a.yaml", 1, 1));
    assertThat(
            Report.of(List.of(finding))
                .sources(Map.of("a.yaml", source))
                .text(ReportFormat.markdown()))
        .contains("`````yaml\n1 | a: \"````\"\n");
  }

  @Test
  void manyFindingsAreCountedByTheirIds() {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(finding("m", "a" + i));
    }
    many.add(finding("m", "b").severity(Severity.INFO));

    assertThat(Report.of(many).text(ReportFormat.text()))
        .endsWith(
            "0 manifests read: 60 errors, 0 warnings, 1 info\n  60 X-Y (error)\n   1 X-Y (info)\n");
    assertThat(Report.of(many.subList(0, 49)).text(ReportFormat.text()))
        .endsWith("49 errors, 0 warnings\n");
  }

  @Test
  void anEmptyReportIsStillAReport() {
    Report nothing = Report.of(List.of());
    assertThat(nothing.text(ReportFormat.text()))
        .isEqualTo("0 manifests read: 0 errors, 0 warnings\n");
    assertThat(nothing.text(ReportFormat.json())).isEmpty();
    assertThat(nothing.text(ReportFormat.markdown())).startsWith("### Istio: nothing found\n");
    assertThat(nothing.text(ReportFormat.junit())).contains("tests=\"0\"");
  }

  static Finding finding(String message, String name) {
    return new Finding(
        "X-Y",
        Severity.ERROR,
        new ResourceId("VirtualService", Optional.of("shop"), name),
        "spec",
        message,
        "Write another",
        Origin.unknown());
  }
}
