package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule finds the mistake in its example, and nothing in the repaired one. */
class RuleExamplesTest {

  // Read once, however often these tests run: mutation testing runs them for each mutant of a rule.
  private static final List<ReadExample> READ = readExamples();
  private static final Map<String, Severity> SEVERITIES =
      RuleBook.rules().stream()
          .collect(Collectors.toMap(Rule::id, Rule::severity, (one, same) -> one));

  @TestFactory
  Stream<DynamicTest> a_rule_finds_the_mistake_in_its_example() {
    return READ.stream()
        .map(
            example ->
                dynamicTest(
                    example.id(),
                    () ->
                        judge(
                            example.id(),
                            example.text(),
                            findings(example.broken()),
                            findings(example.repaired()))));
  }

  @TestFactory
  Stream<DynamicTest> a_rule_finds_the_mistake_that_a_program_made() {
    return ProgrammedExample.all().stream()
        .map(
            example ->
                dynamicTest(
                    example.id(),
                    () ->
                        judge(
                            example.id(),
                            example.id(),
                            Validation.validate(example.broken()),
                            Validation.validate(example.repaired()))));
  }

  @Test
  void every_rule_has_an_example() throws IOException {
    List<String> examples = new ArrayList<>();
    RuleExample.all().forEach(example -> examples.add(example.id()));
    ProgrammedExample.all().forEach(example -> examples.add(example.id()));

    assertThat(examples)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            RuleBook.rules().stream().map(Rule::id).collect(Collectors.toSet()));
  }

  private static void judge(String id, String shown, List<Finding> broken, List<Finding> repaired) {
    Severity severity = SEVERITIES.get(id);
    assertThat(broken)
        .as(shown)
        .anySatisfy(
            finding -> {
              assertThat(finding.id()).isEqualTo(id);
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.path()).doesNotContain("..");
            });
    assertThat(repaired)
        .as("%s, repaired", id)
        .noneMatch(finding -> finding.severity() == Severity.ERROR)
        .extracting(Finding::id)
        .doesNotContain(id);
  }

  private static List<Finding> findings(ReadResult read) {
    assertThat(read.findings()).isEmpty();
    return Validation.validate(read.manifests());
  }

  private static List<ReadExample> readExamples() {
    try {
      return RuleExample.all().stream().map(RuleExamplesTest::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReadExample read(RuleExample example) {
    String broken = RuleExample.yaml(example.broken());
    return new ReadExample(
        example.id(),
        broken,
        ManifestReader.read("example.yaml", broken),
        ManifestReader.read("example.yaml", RuleExample.yaml(example.repaired())));
  }

  private record ReadExample(String id, String text, ReadResult broken, ReadResult repaired) {}
}
