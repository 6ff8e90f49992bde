package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Manifests on which this library and the real judges once differed, each with the real verdict:
 * {@code verdicts.yaml} says who refuses, and by which rule we do. Found by conformance/verdicts.
 * {@code messages.yaml} has those for messages of Istio's that are seldom seen.
 */
class VerdictsTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern KIND = Pattern.compile("\\bkind: *\"?(\\w+)");
  private static final Pattern REPEATED = Pattern.compile("(.+) × ([0-9]+)");

  // Read once, however often this test runs: mutation testing runs it for each mutant of a rule.
  private static final Map<Case, ReadResult> READ = new ConcurrentHashMap<>();
  private static final List<Case> CASES = cases();

  @TestFactory
  Stream<DynamicTest> a_verdict_is_that_of_the_real_judges() {
    return ofKinds(kind -> true);
  }

  static Stream<DynamicTest> ofKinds(Predicate<String> kinds) {
    return CASES.stream()
        .filter(one -> kinds.test(one.kind()))
        .map(one -> dynamicTest(one.name(), () -> judge(one)));
  }

  private static void judge(Case one) {
    Map<String, String> verdict = new TreeMap<>();
    ReadResult read = READ.computeIfAbsent(one, Case::read);
    read.findings().forEach(finding -> verdict.put(finding.id(), said(finding)));
    Validation.validate(read.manifests())
        .forEach(finding -> verdict.put(finding.id(), said(finding)));

    assertThat(verdict)
        .as(one.text().substring(0, Math.min(one.text().length(), 2000)))
        .isEqualTo(one.wanted());
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String file : List.of("verdicts.yaml", "messages.yaml", "conditions.yaml")) {
      try (InputStream in = VerdictsTest.class.getResourceAsStream(file)) {
        JsonNode content = YAML.readTree(in);
        for (JsonNode one : content.path("cases")) {
          cases.add(read(one, content.path("bases")));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return cases;
  }

  private static Case read(JsonNode one, JsonNode bases) throws IOException {
    String text =
        one.has("text")
            ? one.path("text").asText()
            : YAML.writeValueAsString(manifest(one.path("manifest"), bases));
    Map<String, String> wanted = new TreeMap<>();
    one.path("verdict").properties().forEach(e -> wanted.put(e.getKey(), e.getValue().asText()));
    Matcher kind = KIND.matcher(text);
    return new Case(one.path("name").asText(), kind.find() ? kind.group(1) : "", text, wanted);
  }

  private static JsonNode manifest(JsonNode given, JsonNode bases) {
    ObjectNode manifest = YAML.createObjectNode();
    if (given.has("of")) {
      manifest.setAll((ObjectNode) bases.path(given.path("of").asText()));
    }
    manifest.setAll((ObjectNode) given);
    return repeated(manifest.without("of"));
  }

  private static JsonNode repeated(JsonNode node) {
    if (node.isTextual()) {
      Matcher matcher = REPEATED.matcher(node.asText());
      return matcher.matches()
          ? YAML.getNodeFactory()
              .textNode(matcher.group(1).repeat(Integer.parseInt(matcher.group(2))))
          : node;
    } else if (node.isArray()) {
      ArrayNode array = YAML.createArrayNode();
      node.forEach(element -> array.add(repeated(element)));
      return array;
    } else if (node.isObject()) {
      ObjectNode object = YAML.createObjectNode();
      node.properties().forEach(field -> object.set(field.getKey(), repeated(field.getValue())));
      return object;
    }
    return node;
  }

  // "refused", "warned", and by whom where that is known.
  static String said(Finding finding) {
    String what = finding.severity() == Severity.ERROR ? "refused" : "warned";
    return finding.gate().map(gate -> what + " by " + name(gate)).orElse(what);
  }

  private static String name(Gate gate) {
    return switch (gate) {
      case API_SERVER -> "the API server";
      case ISTIOD -> "istiod";
      case BOTH -> "both";
      case APPLY -> "applying";
    };
  }

  private record Case(String name, String kind, String text, Map<String, String> wanted) {

    ReadResult read() {
      return ManifestReader.read("manifest.yaml", text);
    }
  }
}
