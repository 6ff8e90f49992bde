package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.parallel.Parallel;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the places of fields again, in the texts that their manifests came from: values know where
 * they begin, and not where each of their fields stands. Each text is looked through once, however
 * many places are wanted, and documents are parsed when somebody asks. For one thread; several are
 * used where many findings are located at once.
 */
public final class Locator {

  // Fewer are done before other threads have started.
  private static final int CHUNK = 256;
  // A List of thousands of manifests is one document, and parsed once for all threads.
  private static final int LARGE = 100_000;

  private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
  private final Map<String, String> sources;
  // Shared by the locators of all threads.
  private final Map<String, LineStarts> starts;
  private final Map<String, List<Document>> splits;
  private final Map<Document, Optional<Node>> large;
  private final Map<String, Documents> files = new HashMap<>();

  /** Finds places in these texts, each by the name of its file. */
  public Locator(Map<String, String> sources) {
    this(
        sources,
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        Collections.synchronizedMap(new IdentityHashMap<>()));
  }

  private Locator(
      Map<String, String> sources,
      Map<String, LineStarts> starts,
      Map<String, List<Document>> splits,
      Map<Document, Optional<Node>> large) {
    this.sources = sources;
    this.starts = starts;
    this.splits = splits;
    this.large = large;
  }

  /** Findings with their places, as {@link #locate(Finding)} finds them. */
  public List<Finding> locate(List<Finding> findings) {
    List<List<Finding>> located =
        Parallel.shares(
            findings,
            CHUNK,
            share -> {
              Locator own = new Locator(sources, starts, splits, large);
              return share.stream().map(own::locate).toList();
            });
    return located.stream().flatMap(List::stream).toList();
  }

  /** The documents of a file; the one that was asked for last is kept as a tree. */
  private final class Documents {
    // One tree at a time has few texts.
    private final KnownTexts texts = new KnownTexts(0);
    private final List<Document> documents;
    private int last = -1;
    private Optional<Node> tree = Optional.empty();

    Documents(List<Document> documents) {
      this.documents = documents;
    }

    Optional<Node> around(int line) {
      int index = index(line);
      if (index < 0) {
        return Optional.empty();
      }
      if (index != last) {
        last = index;
        Document document = documents.get(index);
        tree =
            document.text().length() < LARGE
                ? parse(document)
                : large.computeIfAbsent(document, this::parse);
      }
      return tree;
    }

    // The last document that begins at the line or before it; -1 if none does.
    private int index(int line) {
      int low = 0;
      int high = documents.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (documents.get(middle).line() <= line) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low - 1;
    }

    private Optional<Node> parse(Document document) {
      Optional<Node> common = CommonForm.parse(document, texts);
      if (common.isPresent()) {
        return common;
      }
      try {
        return DocumentParser.parse(document, new ArrayList<>());
      } catch (Problem e) {
        return Optional.empty();
      }
    }
  }

  /**
   * A finding with the place of its own field, and its related manifests with theirs, as far as
   * they lead to one of the texts.
   */
  public Finding locate(Finding finding) {
    Finding located = finding.at(place(finding.origin(), finding.resource(), finding.path()));
    return finding.related().isEmpty()
        ? located
        : located.related(finding.related().stream().map(this::locate).toList());
  }

  private Related locate(Related other) {
    Origin place = place(other.origin(), other.resource(), other.path());
    return new Related(other.resource(), other.path(), other.role(), place);
  }

  /** The text, or number as text, of a field where a manifest was read; empty if that is gone. */
  public Optional<String> text(Manifest manifest, String path) {
    return field(manifest, path).map(Scalar::value);
  }

  /**
   * The place of a line within the text that a field of a manifest holds; the field's where that
   * line does not stand in the file as it is, and the manifest's where the field is not found.
   *
   * @param manifest a manifest that was read
   * @param path the field
   * @param line the line, without blanks around it
   */
  public Origin line(Manifest manifest, String path, String line) {
    String file = manifest.origin().file();
    Optional<Scalar> field = field(manifest, path);
    if (field.isEmpty()) {
      return manifest.origin();
    }
    int number = field.get().line();
    int last = number + (int) field.get().value().lines().count();
    List<String> all =
        lines.computeIfAbsent(file, name -> sources.getOrDefault(name, "").lines().toList());
    for (; number <= last && number <= all.size(); number++) {
      int column = all.get(number - 1).indexOf(line);
      if (column >= 0) {
        return Origin.file(file, number, column + 1);
      }
    }
    return Origin.file(file, field.get().line(), field.get().column());
  }

  /** A field of a manifest that holds a text. */
  Optional<Scalar> field(Manifest manifest, String path) {
    String text = sources.get(manifest.origin().file());
    if (text == null) {
      return Optional.empty();
    }
    return documents(manifest.origin().file(), text)
        .around(manifest.origin().line())
        .flatMap(root -> manifest(root, manifest.resourceId(), manifest.origin()))
        .map(root -> NodePaths.at(root, path))
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast);
  }

  private Origin place(Origin origin, ResourceId resource, String path) {
    String text = sources.get(origin.file());
    if (text == null || path.isEmpty()) {
      return origin; // a value knows where it begins
    }
    if (path.equals(NamePlace.PATH)) {
      Optional<Origin> name =
          NamePlace.find(origin, resource.name(), text, starts(origin.file(), text));
      if (name.isPresent()) {
        return name.get();
      }
    }
    return documents(origin.file(), text)
        .around(origin.line())
        .flatMap(root -> manifest(root, resource, origin))
        .map(root -> EmbeddedYaml.at(root, path, text))
        .map(node -> Origin.file(origin.file(), node.line(), node.column()))
        .orElse(origin);
  }

  private LineStarts starts(String file, String text) {
    LineStarts known = starts.get(file);
    return known != null ? known : starts.computeIfAbsent(file, f -> LineStarts.of(text));
  }

  private Documents documents(String file, String text) {
    Documents known = files.get(file);
    if (known == null) {
      known = new Documents(splits.computeIfAbsent(file, f -> Document.split(text)));
      files.put(file, known);
    }
    return known;
  }

  // A document may be a List of manifests, and several of them may have one name.
  private static Optional<Node> manifest(Node root, ResourceId resource, Origin origin) {
    if (isNamed(root, resource)) {
      return Optional.of(root);
    }
    if (root instanceof Mapping list) {
      for (Entry entry : list.entries()) {
        if (entry.name().equals("items") && entry.value() instanceof Sequence items) {
          return around(items.elements(), origin)
              .filter(item -> isNamed(item, resource))
              .or(
                  () ->
                      items.elements().stream()
                          .filter(item -> isNamed(item, resource))
                          .findFirst());
        }
      }
    }
    return Optional.empty();
  }

  // The last that begins at the place or before it.
  private static Optional<Node> around(List<Node> items, Origin place) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Node item = items.get(middle);
      boolean before =
          item.line() < place.line()
              || (item.line() == place.line() && item.column() <= place.column());
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(items.get(low - 1));
  }

  private static boolean isNamed(Node node, ResourceId resource) {
    return is(node, "kind", resource.kind()) && is(node, "metadata.name", resource.name());
  }

  private static boolean is(Node node, String path, String value) {
    return NodePaths.at(node, path) instanceof Scalar scalar && scalar.value().equals(value);
  }
}
