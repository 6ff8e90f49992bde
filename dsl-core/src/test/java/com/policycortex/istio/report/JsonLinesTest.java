package com.policycortex.istio.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Schema SCHEMA = schema();

  @Property(tries = 200)
  void every_finding_can_be_read_back_and_keeps_the_schema(@ForAll("findings") Finding finding)
      throws IOException {
    String text = Report.of(List.of(finding)).text(ReportFormat.json());
    assertThat(text).endsWith("\n");
    assertThat(text.chars().filter(c -> c == '\n')).hasSize(1);
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(read(MAPPER.readTree(text))).isEqualTo(finding);
    assertThat(MAPPER.readTree(text).get("fingerprint").asText())
        .isEqualTo(Fingerprint.of(finding).digest());
  }

  @Test
  void the_sample_keeps_the_schema() {
    assertThat(Sample.report().text(ReportFormat.json()).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(SCHEMA.validate(line, InputFormat.JSON)).isEmpty());
  }

  @Test
  void the_schema_names_every_field_that_is_written() throws IOException {
    JsonNode schema = MAPPER.readTree(Files.readString(file()));
    JsonNode line =
        MAPPER.readTree(
            Sample.report().text(ReportFormat.json()).lines().findFirst().orElseThrow());
    assertThat(names(schema.get("properties"))).containsExactlyElementsOf(names(line));
    assertThat(names(schema.at("/properties/witness/properties")))
        .containsExactlyElementsOf(names(line.get("witness")));
    assertThat(names(schema.at("/properties/repairs/items/properties")))
        .containsExactlyElementsOf(names(line.at("/repairs/0")));
    assertThat(names(schema.at("/properties/related/items/properties")))
        .containsExactlyElementsOf(names(line.at("/related/0")));
  }

  @Provide
  Arbitrary<Finding> findings() {
    Arbitrary<String> texts = Arbitraries.strings().withCharRange(' ', '\u20FF').ofMaxLength(12);
    Arbitrary<ResourceId> resources =
        Combinators.combine(texts, texts.map(JsonLinesTest::optional), texts).as(ResourceId::new);
    Arbitrary<Origin> origins =
        Combinators.combine(
                texts, Arbitraries.integers().between(0, 99), Arbitraries.integers().between(0, 99))
            .as(Origin::file);
    Arbitrary<Related> related =
        Combinators.combine(resources, texts, texts, origins).as(Related::new);
    Arbitrary<Witness> witnesses =
        Combinators.combine(texts, texts, Arbitraries.maps(texts, texts).ofMaxSize(2))
            .as(
                (host, path, headers) ->
                    new Witness("GET", host, 80, path, new TreeMap<>(headers), "", "200"));
    Arbitrary<Repair> repairs = Combinators.combine(texts, resources).as(Repair::remove);
    return Combinators.combine(
            Arbitraries.of(Severity.class),
            resources,
            texts,
            texts,
            origins,
            Arbitraries.of(Gate.class).optional(),
            related.list().ofMaxSize(2),
            Combinators.combine(witnesses.optional(), repairs.list().ofMaxSize(2)).as(Extra::new))
        .as(
            (severity, resource, path, message, origin, gate, others, extra) ->
                new Finding(
                    "X-Y",
                    severity,
                    resource,
                    path,
                    message,
                    "",
                    origin,
                    gate,
                    others,
                    extra.witness(),
                    extra.repairs()));
  }

  private record Extra(Optional<Witness> witness, List<Repair> repairs) {}

  private static Finding read(JsonNode line) {
    return new Finding(
        line.get("id").asText(),
        Severity.valueOf(line.get("severity").asText().toUpperCase(Locale.ROOT)),
        resource(line.get("resource")),
        line.get("path").asText(),
        line.get("message").asText(),
        line.get("hint").asText(),
        origin(line),
        Optional.of(line.get("gate"))
            .filter(JsonNode::isTextual)
            .map(gate -> Gate.valueOf(gate.asText().replace('-', '_').toUpperCase(Locale.ROOT))),
        line.get("related")
            .valueStream()
            .map(
                other ->
                    new Related(
                        resource(other.get("resource")),
                        other.get("path").asText(),
                        other.get("role").asText(),
                        origin(other)))
            .toList(),
        Optional.of(line.get("witness")).filter(JsonNode::isObject).map(JsonLinesTest::witness),
        line.get("repairs")
            .valueStream()
            .map(
                repair ->
                    new Repair(
                        repair.get("description").asText(),
                        List.of(),
                        repair.get("removed").valueStream().map(JsonLinesTest::resource).toList()))
            .toList());
  }

  private static Witness witness(JsonNode witness) {
    TreeMap<String, String> headers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> header : witness.get("headers").properties()) {
      headers.put(header.getKey(), header.getValue().asText());
    }
    return new Witness(
        witness.get("method").asText(),
        witness.get("host").asText(),
        witness.get("port").asInt(),
        witness.get("path").asText(),
        headers,
        witness.get("source").asText(),
        witness.get("outcome").asText());
  }

  private static ResourceId resource(JsonNode resource) {
    return new ResourceId(
        resource.get("kind").asText(),
        optional(resource.get("namespace").asText()),
        resource.get("name").asText());
  }

  private static Origin origin(JsonNode line) {
    return Origin.file(
        line.get("file").asText(), line.get("line").asInt(), line.get("column").asInt());
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static Path file() {
    return Path.of("../docs/findings.schema.json");
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(file()), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
