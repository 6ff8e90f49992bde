package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a file that holds one object and is no manifest, such as a tool's settings: as strictly as
 * {@link ManifestReader} reads manifests.
 *
 * @param <T> what is made of the object
 */
public final class ObjectReader<T> {

  private final Optional<T> value;
  private final List<Finding> findings;

  private ObjectReader(Optional<T> value, List<Finding> findings) {
    this.value = value;
    this.findings = List.copyOf(findings);
  }

  /**
   * Reads a text.
   *
   * @param file how places name it
   * @param text YAML or JSON; one without a document is an object without fields
   * @param read makes the value of the object's fields
   */
  public static <T> ObjectReader<T> read(String file, String text, Function<FieldReader, T> read) {
    Findings findings = new Findings(file);
    List<Document> documents = Document.split(text);
    if (documents.size() > 1) {
      findings.add(
          "YAML-SECOND-DOCUMENT",
          Severity.ERROR,
          Findings.nobody(),
          "",
          "this file holds one document, and here another begins",
          "put everything into the first",
          documents.get(1).line(),
          1);
    }
    Document document = documents.isEmpty() ? new Document("{}", 1) : documents.get(0);
    Optional<Node> root = parse(document, findings);
    if (root.isPresent() && root.get() instanceof Mapping object) {
      T value =
          new NodeReader(findings, Findings.nobody(), object, NodeReader.Place.ROOT, false)
              .read(read);
      return new ObjectReader<>(Optional.of(value), findings.list());
    }
    root.ifPresent(
        node ->
            findings.add(
                "YAML-TYPE",
                Severity.ERROR,
                Findings.nobody(),
                "",
                "an object is wanted, and this is " + node.description(),
                "write fields with their values",
                node.line(),
                node.column()));
    return new ObjectReader<>(Optional.empty(), findings.list());
  }

  private static Optional<Node> parse(Document document, Findings findings) {
    List<Problem> problems = new ArrayList<>();
    try {
      Optional<Node> root = DocumentParser.parse(document, problems);
      problems.forEach(findings::add);
      boolean broken = problems.stream().anyMatch(one -> one.severity() == Severity.ERROR);
      return broken ? Optional.empty() : root;
    } catch (Problem problem) {
      findings.add(problem);
      return Optional.empty();
    }
  }

  /**
   * The value; absent if the text is no object. Where there are findings of severity error, what
   * they are about was left out or replaced by a placeholder.
   */
  public Optional<T> value() {
    return value;
  }

  /** What is wrong with the text. */
  public List<Finding> findings() {
    return findings;
  }
}
