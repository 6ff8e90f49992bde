package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.policycortex.istio.documentation.Area;
import com.policycortex.istio.documentation.Explanation;
import com.policycortex.istio.documentation.Explanations;
import com.policycortex.istio.documentation.Proof;
import com.policycortex.istio.documentation.Reduction;
import com.policycortex.istio.documentation.RulePage;
import com.policycortex.istio.documentation.RulePages;
import com.policycortex.istio.documentation.ShownExample;
import com.policycortex.istio.documentation.SourceFiles;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each rule has its page, made of its explanation and its example. */
class RulePagesTest {

  private static final String FILE = "example.yaml";
  private static final List<String> EXPLANATIONS =
      List.of(
          "metadata.md",
          "shared.md",
          "virtual-service.md",
          "destination-rule.md",
          "gateway.md",
          "service-entry.md",
          "workload.md",
          "sidecar.md",
          "envoy-filter.md",
          "security.md",
          "telemetry.md",
          "extensions.md",
          "mesh-config.md",
          "kubernetes.md");

  private final Map<String, Rule<?>> rules = new LinkedHashMap<>();
  private final Proof proof = new Proof();

  @Test
  void every_rule_is_explained_and_has_its_page() throws Exception {
    RuleBook.rules().forEach(rule -> rules.put(rule.id(), rule));
    Map<String, Explanation> explanations = Explanations.read(getClass(), EXPLANATIONS);
    assertThat(explanations.keySet())
        .as("each id is explained in a file beside the tests' examples: %s", EXPLANATIONS)
        .containsExactlyInAnyOrderElementsOf(rules.keySet());

    List<RulePage> pages = new ArrayList<>();
    for (RuleExample example : RuleExample.all()) {
      pages.add(page(explanations, example));
    }
    for (ProgrammedExample example : ProgrammedExample.all()) {
      pages.add(page(explanations, example.id(), example.broken(), example.repaired()));
    }
    if (RulePages.update()) {
      RulePages.ofProject().write(Area.MANIFEST, pages);
    }

    assertThat(RulePages.ofProject().problems(Area.MANIFEST, pages))
        .as(RulePages.HOW_TO_UPDATE)
        .isEmpty();
    assertThat(proof.size()).isGreaterThan(pages.size());
    assertThat(proof.failures()).isEmpty();
  }

  @Test
  void rules_of_one_id_say_the_same() {
    Map<String, Set<String>> said = new LinkedHashMap<>();
    for (Rule<?> rule : RuleBook.rules()) {
      said.computeIfAbsent(rule.id(), id -> new TreeSet<>())
          .add(rule.severity() + " " + rule.hint());
    }

    assertThat(said).allSatisfy((id, words) -> assertThat(words).as(id).hasSize(1));
  }

  private RulePage page(Map<String, Explanation> explanations, RuleExample example) {
    Reduction reduced =
        Reduction.of(
            example.broken(),
            example.repaired(),
            (broken, repaired) -> shows(example, broken, repaired));
    return page(
        explanations,
        example.id(),
        read(reduced.broken()).manifests(),
        read(reduced.repaired()).manifests());
  }

  private RulePage page(
      Map<String, Explanation> explanations,
      String id,
      List<Manifest> broken,
      List<Manifest> repaired) {
    proof.add(broken);
    proof.add(repaired);
    Rule<?> rule = Objects.requireNonNull(rules.get(id));
    return new RulePage(
        Area.MANIFEST,
        Objects.requireNonNull(explanations.get(id)),
        rule.severity(),
        List.of(RulePage.who(Optional.of(gate(id)), rule.severity())),
        kinds(id),
        sources(id),
        rule.hint(),
        ShownExample.of(broken, Optional.of(printed(id, broken))),
        ShownExample.of(repaired, Optional.empty()));
  }

  // Where the reader refuses in YAML what Java can hold, both findings are printed.
  private static String printed(String id, List<Manifest> manifests) {
    ReadResult shown = ManifestReader.read(FILE, ShownExample.yaml(manifests));
    return finding(id, Validation.validate(shown.manifests()))
        .map(finding -> shown.locate(finding).toString())
        .orElseGet(
            () ->
                shown.findings().get(0)
                    + "\n\n"
                    + finding(id, Validation.validate(manifests))
                        .orElseThrow()
                        .at(Origin.unknown()));
  }

  private static List<String> sources(String id) {
    return RuleBook.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .map(rule -> SourceFiles.of(rule.check().getClass()))
        .distinct()
        .sorted()
        .toList();
  }

  // What one gate looks at in one kind, both may look at in another.
  private static Gate gate(String id) {
    Set<Gate> gates =
        RuleBook.rules().stream()
            .filter(rule -> rule.id().equals(id))
            .map(Rule::gate)
            .collect(Collectors.toSet());
    return gates.size() == 1 ? gates.iterator().next() : Gate.BOTH;
  }

  private static String kinds(String id) {
    String kinds =
        RuleBook.rulesByKind().entrySet().stream()
            .filter(kind -> kind.getValue().stream().anyMatch(rule -> rule.id().equals(id)))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? "all" : kinds;
  }

  // A smaller example must not show anything new, neither broken nor repaired.
  private static boolean shows(RuleExample example, JsonNode broken, JsonNode repaired) {
    ReadResult read = read(broken);
    ReadResult readRepaired = read(repaired);
    if (!read.findings().isEmpty() || !readRepaired.findings().isEmpty()) {
      return false;
    }
    Set<String> now = ids(read);
    return now.contains(example.id())
        && ids(read(example.broken())).containsAll(now)
        && ids(read(example.repaired())).containsAll(ids(readRepaired))
        && Validation.validate(readRepaired.manifests()).stream()
            .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static Set<String> ids(ReadResult read) {
    return Validation.validate(read.manifests()).stream()
        .map(Finding::id)
        .collect(Collectors.toSet());
  }

  private static Optional<Finding> finding(String id, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
  }

  private static ReadResult read(JsonNode manifest) {
    return ManifestReader.read(FILE, manifest.toString());
  }
}
