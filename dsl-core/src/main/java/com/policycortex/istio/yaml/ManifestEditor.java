package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Changes manifests where they are written, in one file of YAML: as little of the text as it takes,
 * so that comments, order and style stay. A change is given only if the changed text reads as what
 * was wanted, and as nothing else.
 */
public final class ManifestEditor {

  private final String file;
  private final List<Document> documents;
  private final int[] lines;

  /**
   * An editor of a file's text.
   *
   * @param file its name, as the origins of its manifests have it
   * @param text its text
   */
  public ManifestEditor(String file, String text) {
    this.file = file;
    boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
    // What JSON looks like is not ours to foresee, nor what stands before a mark of byte order.
    this.documents = json || text.startsWith("\uFEFF") ? List.of() : Document.split(text);
    this.lines = documents.stream().mapToInt(Document::line).toArray();
  }

  /**
   * The change that puts a manifest in the place of one that was read from this text; empty where
   * none is sure.
   */
  public Optional<ManifestEdit> replace(Manifest from, Manifest to) {
    return document(from).flatMap(document -> replace(document, from, to));
  }

  /**
   * The change that leaves out a manifest that was read from this text; empty where its document
   * holds others.
   */
  public Optional<ManifestEdit> remove(Manifest manifest) {
    return document(manifest)
        .filter(document -> isAlone(document, manifest))
        .map(document -> edit(document, ""));
  }

  private Optional<Document> document(Manifest manifest) {
    if (!manifest.origin().file().equals(file)) {
      return Optional.empty();
    }
    int at = Arrays.binarySearch(lines, manifest.origin().line());
    int index = at >= 0 ? at : -at - 2;
    return index < 0 ? Optional.empty() : Optional.of(documents.get(index));
  }

  private Optional<ManifestEdit> replace(Document document, Manifest from, Manifest to) {
    try {
      Node root = DocumentParser.parse(document, new ArrayList<>()).orElse(null);
      if (root == null) {
        return Optional.empty();
      }
      for (Node node : manifests(root)) {
        boolean here =
            node.line() == from.origin().line() && node.column() == from.origin().column();
        if (here && node instanceof Mapping object) {
          NodeEdits edits = new NodeEdits(document);
          Optional<String> small = edits.change(object, JsonValue.of(from), JsonValue.of(to));
          if (small.isPresent() && reads(document, small.get(), from, to)) {
            return Optional.of(edit(document, small.get()));
          }
        }
      }
      return isAlone(document, from) ? whole(document, root, from, to) : Optional.empty();
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  // A document is a manifest, or a List of some.
  private static List<Node> manifests(Node root) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(root);
    if (root instanceof Mapping list) {
      for (Entry entry : list.entries()) {
        if (entry.name().equals("items") && entry.value() instanceof Sequence items) {
          nodes.addAll(items.elements());
        }
      }
    }
    return nodes;
  }

  private Optional<ManifestEdit> whole(Document document, Node root, Manifest from, Manifest to) {
    String text = new NodeEdits(document).replaceAll(root, to.toString());
    return reads(document, text, from, to) ? Optional.of(edit(document, text)) : Optional.empty();
  }

  private boolean isAlone(Document document, Manifest manifest) {
    ReadResult read = ManifestReader.read(file, document.text());
    return read.manifests().equals(List.of(manifest)) && errors(read) == 0;
  }

  private boolean reads(Document document, String text, Manifest from, Manifest to) {
    if (Document.split(text).size() != 1) {
      return false;
    }
    ReadResult before = ManifestReader.read(file, document.text());
    ReadResult after = ManifestReader.read(file, text);
    List<Manifest> wanted = new ArrayList<>(before.manifests());
    int index = wanted.indexOf(from);
    if (index < 0) {
      return false;
    }
    wanted.set(index, to);
    return after.manifests().equals(wanted) && errors(after) == errors(before);
  }

  private static long errors(ReadResult read) {
    return read.findings().stream().map(Finding::severity).filter(Severity.ERROR::equals).count();
  }

  private ManifestEdit edit(Document document, String after) {
    return new ManifestEdit(
        file, document.line(), document.text(), after, Comments.areKept(document.text(), after));
  }
}
