package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule finds the mistake in its example, and nothing in the repaired one. */
class RuleExamplesTest {

  // Read once, however often these tests run: mutation testing runs them for each mutant of a rule.
  private static final Map<String, List<ReadExample>> READ = new ConcurrentHashMap<>();
  private static final List<ProgrammedExample> PROGRAMMED = ProgrammedExample.all();
  private static final Map<String, Map<String, String>> FOUND = found();
  private static final Map<String, Severity> SEVERITIES =
      RuleBook.rules().stream()
          .collect(Collectors.toMap(Rule::id, Rule::severity, (one, same) -> one));

  @TestFactory
  Stream<DynamicTest> a_rule_finds_the_mistake_in_its_example() {
    return RuleExample.FILES.stream().flatMap(RuleExamplesTest::ofFile);
  }

  static Stream<DynamicTest> ofFile(String file) {
    return READ.computeIfAbsent(file, RuleExamplesTest::readExamples).stream()
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
    return PROGRAMMED.stream()
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
    PROGRAMMED.forEach(example -> examples.add(example.id()));

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
    assertThat(said(broken)).as(shown).isEqualTo(FOUND.get(id));
    assertThat(repaired)
        .as("%s, repaired", id)
        .extracting(Finding::id)
        .isSubsetOf(Set.of("EF-CAUTION"));
  }

  private static Map<String, String> said(List<Finding> findings) {
    Map<String, String> said = new TreeMap<>();
    findings.forEach(finding -> said.put(finding.id(), VerdictsTest.said(finding)));
    return said;
  }

  private static Map<String, Map<String, String>> found() {
    Map<String, Map<String, String>> found = new HashMap<>();
    try (InputStream in = RuleExamplesTest.class.getResourceAsStream("findings.yaml")) {
      for (Map.Entry<String, JsonNode> example : new YAMLMapper().readTree(in).properties()) {
        Map<String, String> said = new TreeMap<>();
        example
            .getValue()
            .properties()
            .forEach(finding -> said.put(finding.getKey(), finding.getValue().asText()));
        if (said.isEmpty()) {
          said.put(example.getKey(), example.getValue().asText());
        }
        found.put(example.getKey(), said);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> findings(ReadResult read) {
    assertThat(read.findings()).isEmpty();
    return Validation.validate(read.manifests());
  }

  private static List<ReadExample> readExamples(String file) {
    try {
      return RuleExample.of(file).stream().map(RuleExamplesTest::read).toList();
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
