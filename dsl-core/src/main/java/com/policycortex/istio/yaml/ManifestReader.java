package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.parallel.Parallel;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads manifests strictly. Whatever the API server would refuse, or a laxer reader would drop or
 * guess, is a finding with its place; one broken document does not hide the others. Nothing is
 * thrown, whatever the bytes.
 *
 * <p>Kinds that the model does not know are kept as {@link
 * com.policycortex.istio.model.RawManifest}, unharmed.
 */
public final class ManifestReader {

  private ManifestReader() {}

  /** Every kind that is read as its own type; all others become a {@code RawManifest}. */
  public static List<Kind<?>> kinds() {
    return KnownKinds.ALL;
  }

  /**
   * Reads a stream of documents.
   *
   * @param file how places name the text
   * @param text YAML or JSON
   */
  public static ReadResult read(String file, String text) {
    Findings findings = new Findings(file);
    boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
    DocumentReader reader = new DocumentReader(findings);
    KnownTexts texts = new KnownTexts(text.length());
    List<Document> documents = Document.split(text);
    if (documents.size() > Limits.DOCUMENTS) {
      findings.add(tooMany(documents.get(Limits.DOCUMENTS)));
      documents = documents.subList(0, Limits.DOCUMENTS);
    }
    for (Document document : documents) {
      read(document, texts, reader, findings);
    }
    if (json && findings.list().isEmpty()) {
      JsonForm.problem(text.startsWith(Document.MARK) ? text.substring(1) : text)
          .ifPresent(findings::add);
    }
    if (reader.manifests().isEmpty() && findings.list().isEmpty()) {
      findings.add(noManifest());
    }
    List<Finding> all = new ArrayList<>(findings.list());
    for (Manifest manifest : reader.manifests()) {
      if (manifest instanceof ConfigMap map) {
        all.addAll(MeshConfigReader.findings(map, Map.of(file, text)));
      }
    }
    return new ReadResult(reader.manifests(), all, Map.of(file, text), reader.halfRead());
  }

  /**
   * Reads one document that another program holds as JSON and that is no text; just as strict. Its
   * values have no line.
   *
   * @param source how findings name where it came from
   * @param document the document, or a List of several
   */
  public static ReadResult read(String source, JsonObject document) {
    Findings findings = new Findings(source);
    DocumentReader reader = new DocumentReader(findings);
    try {
      reader.read(JsonNodes.of(document));
    } catch (Problem problem) {
      findings.add(problem);
    }
    return new ReadResult(reader.manifests(), findings.list(), Map.of(), reader.halfRead());
  }

  private static void read(
      Document document, KnownTexts texts, DocumentReader reader, Findings findings) {
    Optional<Node> common = CommonForm.parse(document, texts);
    if (common.isPresent()) {
      reader.read(common.get());
      findTemplates(document, common.get(), findings);
      return;
    }
    List<Problem> problems = new ArrayList<>();
    try {
      Optional<Node> root = DocumentParser.parse(document, problems);
      problems.forEach(findings::add);
      if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
        root.ifPresent(reader::read);
      } else {
        // With a name twice it is not known what is meant.
        root.ifPresent(reader::readDoubtful);
      }
      root.ifPresent(tree -> findTemplates(document, tree, findings));
    } catch (Problem problem) {
      if (document.text().contains(HelmTemplates.OPEN)) {
        addOnce(HelmTemplates.instead(document), findings);
      } else {
        findings.add(problem);
      }
    }
  }

  // One finding says of a whole file that it is a template.
  private static void addOnce(Problem template, Findings findings) {
    boolean said =
        findings.list().stream()
            .anyMatch(
                one ->
                    one.id().equals(template.id()) && one.severity().atLeast(template.severity()));
    if (!said) {
      findings.add(template);
    }
  }

  private static void findTemplates(Document document, Node root, Findings findings) {
    if (document.text().contains(HelmTemplates.OPEN)) {
      HelmTemplates.within(document, root).ifPresent(template -> addOnce(template, findings));
    }
  }

  static Problem noManifest() {
    return new Problem(
        Severity.INFO,
        "YAML-NOT-A-MANIFEST",
        "there is no manifest in this file",
        "write one, or leave the file out",
        1,
        1);
  }

  private static Problem tooMany(Document next) {
    return new Problem(
        "YAML-LIMIT",
        "more than " + Limits.DOCUMENTS + " documents in one file; those from here on are not read",
        "split it into several files",
        next.line(),
        1);
  }

  /**
   * Reads a file's bytes, which must be UTF-8.
   *
   * @param file how places name it
   */
  public static ReadResult read(String file, byte[] bytes) {
    if (bytes.length > Limits.BYTES) {
      return finding(
          "YAML-LIMIT", file, 0, "the file has more than 64 MiB", "split it into several files");
    }
    try {
      return read(file, Utf8.text(bytes));
    } catch (Problem problem) {
      Findings findings = new Findings(file);
      findings.add(problem);
      return new ReadResult(List.of(), findings.list(), Map.of());
    }
  }

  /**
   * Reads files, and folders with all files below that end in {@code .yaml}, {@code .yml} or {@code
   * .json}, in the order of their names. Each file is read once, though several paths lead to it;
   * links are followed. A file that cannot be read is a finding, and so is a folder without any, a
   * pipe or a device in a folder. What lies below and has a name that begins with a dot is for
   * other tools, and left out; so is what a kustomization among the files uses as a patch or what
   * is called one beside it, and what a Helm chart has that is no manifest, with one finding for
   * each chart. A file below that is no manifest at all, such as Helm's values or the settings of
   * an editor, is no more than an info; one that is named itself is a warning.
   */
  public static ReadResult read(Collection<Path> paths) {
    List<ReadResult> results = new ArrayList<>();
    ManifestFiles found = new ManifestFiles();
    for (Path path : paths) {
      List<Finding> findings = new ArrayList<>();
      List<Path> files = List.copyOf(found.of(path, findings));
      results.add(new ReadResult(List.of(), findings, Map.of()));
      // On all cores; the list has them in the order of the files.
      boolean folder = Files.isDirectory(path);
      results.addAll(
          Parallel.map(
              files.size(),
              i -> {
                ReadResult read = readFile(files.get(i));
                return folder ? AmongOthers.of(read, found.isLabelled(files.get(i))) : read;
              }));
    }
    return ReadResult.join(results);
  }

  private static ReadResult readFile(Path file) {
    try {
      return read(file.toString(), ManifestFiles.bytes(file));
    } catch (IOException e) {
      return new ReadResult(List.of(), List.of(ManifestFiles.unreadable(file, e)), Map.of());
    }
  }

  private static ReadResult finding(String id, String file, int line, String message, String hint) {
    return new ReadResult(
        List.of(),
        List.of(
            new Finding(
                id,
                Severity.ERROR,
                Findings.nobody(),
                "",
                message,
                hint,
                Origin.file(file, line, line == 0 ? 0 : 1))),
        Map.of());
  }
}
