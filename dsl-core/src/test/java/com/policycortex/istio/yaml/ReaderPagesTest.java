package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.policycortex.istio.documentation.Area;
import com.policycortex.istio.documentation.Explanation;
import com.policycortex.istio.documentation.Explanations;
import com.policycortex.istio.documentation.Proof;
import com.policycortex.istio.documentation.RulePage;
import com.policycortex.istio.documentation.RulePages;
import com.policycortex.istio.documentation.ShownExample;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.wire.FieldReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each finding of the reader has its page, made of its explanation and its example. */
class ReaderPagesTest {

  private static final String FILE = "example.yaml";
  private static final Path SOURCES =
      Path.of("src", "main", "java", "com", "policycortex", "istio", "yaml");
  private static final Pattern ID = Pattern.compile("\"(YAML(?:-[A-Z]+)+)\"");
  private static final String MANIFEST =
      """
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: bücher
      spec:
        hosts: [books.example.com]
        ports: [{number: 443, name: tls, protocol: TLS}]
        resolution: DNS
      """;

  private final Proof proof = new Proof();
  private Map<String, Explanation> explanations = Map.of();
  private SortedMap<String, Set<String>> sources = new TreeMap<>();

  @Test
  void every_finding_of_the_reader_is_explained_and_has_its_page() throws Exception {
    sources = sources();
    explanations = Explanations.read(getClass(), List.of("reading.md"));
    assertThat(explanations.keySet()).containsExactlyInAnyOrderElementsOf(sources.keySet());

    List<RulePage> pages = new ArrayList<>();
    for (Map.Entry<String, JsonNode> example : examples().properties()) {
      String broken = example.getValue().path("broken").asText();
      String repaired = example.getValue().path("repaired").asText();
      pages.add(page(example.getKey(), broken, ManifestReader.read(FILE, broken), repaired));
    }
    pages.add(encoding());
    pages.add(unreadable());
    pages.add(limit());
    pages.add(secondDocument());
    if (RulePages.update()) {
      RulePages.ofProject().write(Area.FILE, pages);
    }

    assertThat(pages)
        .extracting(RulePage::id)
        .containsExactlyInAnyOrderElementsOf(sources.keySet());
    assertThat(RulePages.ofProject().problems(Area.FILE, pages))
        .as(RulePages.HOW_TO_UPDATE)
        .isEmpty();
    assertThat(proof.failures()).isEmpty();
  }

  // The reader has no table of its findings: each is made where it is noticed.
  private static SortedMap<String, Set<String>> sources() throws IOException {
    SortedMap<String, Set<String>> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Matcher id = ID.matcher(Files.readString(file));
        while (id.find()) {
          sources
              .computeIfAbsent(id.group(1), one -> new TreeSet<>())
              .add("dsl-core/" + file.toString().replace('\\', '/'));
        }
      }
    }
    return sources;
  }

  private static JsonNode examples() throws IOException {
    try (InputStream in = ReaderPagesTest.class.getResourceAsStream("reading.yaml")) {
      return new YAMLMapper().readTree(in);
    }
  }

  private RulePage page(String id, String shown, ReadResult result, String repaired) {
    ReadResult good = ManifestReader.read(FILE, repaired);
    assertThat(good.findings()).as(id + ", repaired").isEmpty();
    proof.add(good.manifests());
    ShownExample java = ShownExample.of(good.manifests(), Optional.empty());
    return page(
        id, shown, result.findings(), new ShownExample(repaired, java.java(), Optional.empty()));
  }

  private RulePage page(String id, String shown, List<Finding> findings, ShownExample repaired) {
    Finding finding =
        findings.stream().filter(found -> found.id().equals(id)).findFirst().orElseThrow();
    return new RulePage(
        Area.FILE,
        Objects.requireNonNull(explanations.get(id)),
        finding.severity(),
        List.of(RulePage.who(finding.gate(), finding.severity())),
        "all",
        List.copyOf(Objects.requireNonNull(sources.get(id))),
        finding.hint(),
        new ShownExample(
            shown,
            new ShownExample.Java.None("In Java it cannot happen."),
            Optional.of(finding.toString())),
        repaired);
  }

  private RulePage encoding() {
    byte[] latin = MANIFEST.getBytes(StandardCharsets.ISO_8859_1);
    String good = MANIFEST.replace("bücher", "books");
    return page(
        "YAML-ENCODING",
        "# saved as ISO 8859-1\n" + MANIFEST,
        ManifestReader.read(FILE, latin),
        good);
  }

  private RulePage unreadable() {
    return page(
        "YAML-UNREADABLE",
        "# istio lint exmaple.yaml",
        ManifestReader.read(List.of(Path.of("exmaple.yaml"))),
        MANIFEST.replace("bücher", "books"));
  }

  private RulePage limit() {
    String deep = "spec: " + "[".repeat(101) + "]".repeat(101) + "\n";
    String head = "apiVersion: example.com/v1\nkind: Tree\nmetadata: {name: tree}\n";
    return page(
        "YAML-LIMIT",
        head + deep,
        ManifestReader.read(FILE, head + deep),
        head + "spec: " + "[".repeat(10) + "]".repeat(10) + "\n");
  }

  private RulePage secondDocument() {
    String settings = "version: 1\nfindings: []\n";
    String twice = settings + "---\n" + settings;
    return page(
        "YAML-SECOND-DOCUMENT",
        twice,
        ObjectReader.read(FILE, twice, FieldReader::rest).findings(),
        new ShownExample(
            settings,
            new ShownExample.Java.None("A file of settings is no manifest."),
            Optional.empty()));
  }
}
