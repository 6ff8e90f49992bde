package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values in the places that rules read them at: {@code places.yaml} has a manifest for each place,
 * and which values the real judges accept, warn of and refuse there. conformance/verdicts asks
 * them.
 */
class PlacesTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String HERE = "HERE";

  // Read once, however often this test runs: mutation testing runs it for each mutant of a rule.
  private static final Map<String, JsonNode> PLACES = places();
  private static final Map<String, Map<JsonNode, ReadResult>> READ = new ConcurrentHashMap<>();

  static Stream<String> names() {
    return PLACES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_value_is_judged_as_by_the_real_judges(String place) {
    Map<JsonNode, ReadResult> read = READ.computeIfAbsent(place, PlacesTest::read);
    Map<JsonNode, String> judged = new LinkedHashMap<>();
    read.forEach((value, result) -> judged.put(value, verdict(result)));

    assertThat(judged).isNotEmpty().isEqualTo(wanted(place));
  }

  private static Map<JsonNode, String> wanted(String place) {
    Map<JsonNode, String> wanted = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> verdict : at(place).properties()) {
      if (!verdict.getKey().equals("manifest")) {
        verdict.getValue().forEach(value -> wanted.put(value, verdict.getKey()));
      }
    }
    return wanted;
  }

  private static JsonNode at(String place) {
    return PLACES.getOrDefault(place, YAML.createObjectNode());
  }

  private static String verdict(ReadResult read) {
    List<Finding> findings =
        Stream.concat(read.findings().stream(), Validation.validate(read.manifests()).stream())
            .toList();
    Set<Gate> refuse = EnumSet.noneOf(Gate.class);
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        Gate gate = finding.gate().orElse(Gate.BOTH);
        refuse.addAll(gate == Gate.BOTH ? Set.of(Gate.API_SERVER, Gate.ISTIOD) : Set.of(gate));
      }
    }
    if (refuse.size() > 1) {
      return "refused by both";
    }
    return refuse.contains(Gate.API_SERVER)
        ? "refused by the API server"
        : refuse.contains(Gate.ISTIOD)
            ? "refused by istiod"
            : findings.isEmpty() ? "accepted" : "warned of";
  }

  private static Map<JsonNode, ReadResult> read(String place) {
    Map<JsonNode, ReadResult> read = new LinkedHashMap<>();
    for (JsonNode value : wanted(place).keySet()) {
      String manifest = with(at(place).path("manifest"), value).toString();
      read.put(value, ManifestReader.read("manifest.json", manifest));
    }
    return read;
  }

  private static JsonNode with(JsonNode node, JsonNode value) {
    if (node.isTextual()) {
      return node.asText().equals(HERE) ? value : node;
    } else if (node.isArray()) {
      ArrayNode array = YAML.createArrayNode();
      node.forEach(element -> array.add(with(element, value)));
      return array;
    } else if (node.isObject()) {
      ObjectNode object = YAML.createObjectNode();
      node.properties()
          .forEach(
              field ->
                  object.set(
                      field.getKey().equals(HERE) ? value.asText() : field.getKey(),
                      with(field.getValue(), value)));
      return object;
    }
    return node;
  }

  private static Map<String, JsonNode> places() {
    try (InputStream in = PlacesTest.class.getResourceAsStream("places.yaml")) {
      Map<String, JsonNode> places = new LinkedHashMap<>();
      YAML.readTree(in)
          .path("places")
          .properties()
          .forEach(place -> places.put(place.getKey(), place.getValue()));
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
