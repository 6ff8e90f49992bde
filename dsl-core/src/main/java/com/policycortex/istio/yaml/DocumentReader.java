package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes manifests of a document's tree. */
final class DocumentReader {

  private static final String ISTIO = "istio.io";
  private static final List<String> OF_MANIFESTS =
      List.of("apiVersion", "kind", "metadata", "spec");
  private static final List<String> OF_LISTS = List.of("apiVersion", "kind", "metadata", "items");

  private final Findings findings;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<HalfRead> halfRead = new ArrayList<>();
  private boolean doubtful;

  DocumentReader(Findings findings) {
    this.findings = findings;
  }

  /** The manifests without an error so far. */
  List<Manifest> manifests() {
    return manifests;
  }

  /** What is left of those with one. */
  List<HalfRead> halfRead() {
    return halfRead;
  }

  /** Reads a document of which it is not known what it means as a whole. */
  void readDoubtful(Node root) {
    doubtful = true;
    read(root);
    doubtful = false;
  }

  void read(Node root) {
    if (!(root instanceof Mapping object)) {
      // Folders hold other files too: Helm values, package.json, a chart's description.
      notAManifest(root, looksLikeManifests(root) ? Severity.ERROR : Severity.WARNING);
      return;
    }
    String apiVersion = text(object, "apiVersion");
    String kind = text(object, "kind");
    if (kind.equals("Kustomization")
        && (apiVersion.isEmpty() || apiVersion.startsWith("kustomize."))) {
      findings.add(
          "YAML-KUSTOMIZATION",
          Severity.INFO,
          Findings.nobody(),
          "",
          "this kustomization is not carried out; only files are read",
          "lint what kubectl kustomize prints, to see it as a cluster will",
          object.line(),
          object.column());
      return;
    }
    if (object.entry("$patch").isPresent()) {
      findings.add(
          "YAML-KUSTOMIZATION",
          Severity.INFO,
          Findings.nobody(),
          "$patch",
          "this is left out: it is no manifest, but changes or deletes one",
          "lint what kubectl kustomize prints, to see it as a cluster will",
          line(object, "$patch"),
          column(object, "$patch"));
      return;
    }
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      missingType(object, apiVersion, kind, Severity.WARNING);
      return;
    }
    if (isList(object, apiVersion, kind)) {
      readList(object, apiVersion, kind);
    } else {
      readManifest(object, apiVersion, kind);
    }
  }

  private void notAManifest(Node root, Severity severity) {
    findings.add(
        "YAML-NOT-A-MANIFEST",
        severity,
        Findings.nobody(),
        "",
        "a manifest is an object with apiVersion and kind, and this is " + root.description(),
        "write apiVersion: and kind:, or leave the file out",
        root.line(),
        root.column());
  }

  private void missingType(Mapping object, String apiVersion, String kind, Severity ofNeither) {
    String field = apiVersion.isEmpty() ? "apiVersion" : "kind";
    Optional<Scalar> meant = misspelt(object, field);
    Optional<String> hint =
        meant
            .map(key -> hintFor(key, field))
            .or(
                () ->
                    KnownKinds.ALL.stream()
                        .filter(known -> known.name().equals(kind))
                        .map(known -> "write apiVersion: " + known.apiVersion())
                        .findFirst());
    boolean neither = apiVersion.isEmpty() && kind.isEmpty();
    findings.add(
        "YAML-NOT-A-MANIFEST",
        (neither && meant.isEmpty()) || isChart(object, apiVersion, kind)
            ? ofNeither
            : Severity.ERROR,
        resource(object, kind),
        field,
        "a manifest has the field " + field + ", and this object has none with a text",
        hint.orElse("write " + field + ", or leave the document out"),
        meant.map(Scalar::line).orElse(object.line()),
        meant.map(Scalar::column).orElse(object.column()));
  }

  // A list of manifests is a mistake; other lists are for other tools.
  private static boolean looksLikeManifests(Node root) {
    return root instanceof Sequence list
        && list.elements().stream()
            .anyMatch(
                element -> element instanceof Mapping object && !text(object, "kind").isEmpty());
  }

  private static boolean isChart(Mapping object, String apiVersion, String kind) {
    return kind.isEmpty()
        && (apiVersion.equals("v1") || apiVersion.equals("v2"))
        && !text(object, "name").isEmpty()
        && !text(object, "version").isEmpty();
  }

  private static Optional<Scalar> misspelt(Mapping object, String field) {
    return object.entries().stream()
        .map(Entry::key)
        .filter(key -> !OF_MANIFESTS.contains(key.value()))
        .filter(key -> Suggestions.nearest(key.value(), List.of(field)).isPresent())
        .findFirst();
  }

  private static String hintFor(Scalar key, String field) {
    return Excerpt.hasInvisible(key.value())
        ? "remove the character that nobody sees from " + Excerpt.quoted(key.value())
        : "write " + field + " in place of " + Excerpt.quoted(key.value());
  }

  // kubectl takes apart whatever has a list of items; the API server lists Istio's kinds so.
  private static boolean isList(Mapping object, String apiVersion, String kind) {
    if (!kind.endsWith("List")) {
      return false;
    }
    boolean hasItems =
        object.entry("items").map(Entry::value).filter(Sequence.class::isInstance).isPresent();
    return kind.equals("List")
        ? hasItems || !apiVersion.contains("/")
        : hasItems && (isOurs(group(apiVersion)) || itemKind(apiVersion, kind).isPresent());
  }

  private static Optional<Kind<?>> itemKind(String apiVersion, String kind) {
    return KnownKinds.find(group(apiVersion), kind.substring(0, kind.length() - "List".length()));
  }

  // What the API server lists has no type of its own: kubectl takes that of the list.
  private void readItem(Node item, String apiVersion, String kind) {
    if (item instanceof Mapping object
        && text(object, "apiVersion").isEmpty()
        && text(object, "kind").isEmpty()) {
      Optional<Kind<?>> known = itemKind(apiVersion, kind);
      if (known.isPresent()) {
        readManifest(object, apiVersion, known.get().name());
      } else {
        missingType(object, "", "", Severity.ERROR);
      }
    } else if (item instanceof Mapping) {
      read(item);
    } else {
      notAManifest(item, Severity.ERROR);
    }
  }

  private void readList(Mapping list, String apiVersion, String kind) {
    if (kind.equals("List") && !apiVersion.equals("v1")) {
      findings.add(
          "YAML-UNKNOWN-VERSION",
          Severity.ERROR,
          Findings.nobody(),
          "apiVersion",
          "List has no version " + Excerpt.quoted(apiVersion),
          "write apiVersion: v1",
          line(list, "apiVersion"),
          column(list, "apiVersion"));
    }
    for (Entry entry : list.entries()) {
      Scalar key = entry.key();
      if (key.value().equals("items") && entry.value() instanceof Sequence items) {
        items.elements().forEach(item -> readItem(item, apiVersion, kind));
      } else if (!OF_LISTS.contains(key.value())) {
        findings.add(
            "YAML-UNKNOWN-FIELD",
            Severity.ERROR,
            Findings.nobody(),
            key.value(),
            "a List has no field " + Excerpt.quoted(key.value()),
            Suggestions.nearest(key.value(), OF_LISTS)
                .map(meant -> "did you mean " + Excerpt.quoted(meant) + "?")
                .orElseGet(() -> Choices.of("write one of ", OF_LISTS)),
            key.line(),
            key.column());
      }
    }
    if (list.entry("items").map(Entry::value).filter(Sequence.class::isInstance).isEmpty()) {
      findings.add(
          "YAML-NOT-A-MANIFEST",
          Severity.ERROR,
          Findings.nobody(),
          "items",
          "a List has a field items with a list of manifests",
          "write items:",
          list.line(),
          list.column());
    }
  }

  private void readManifest(Mapping written, String apiVersion, String kind) {
    Mapping object = Sops.without(written);
    String group = group(apiVersion);
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    Optional<Kind<?>> known = KnownKinds.find(group, kind);
    int errors = findings.unread().size();
    if (doubtful) {
      findings.unread().add("");
    }
    ResourceId resource = resource(object, kind);
    if (known.isPresent()) {
      if (!known.get().versions().contains(version)) {
        wrongVersion(object, resource, known.get(), version);
        return;
      }
      NodeReader reader =
          new NodeReader(findings, resource, object, NodeReader.Place.ROOT, isOurs(group));
      keep(reader.read(typed(known.get())), errors);
      if (kind.equals(IstioOperator.KIND.name())) {
        Profiles.check(object, resource, findings);
      }
    } else if (isOurs(group) || isMistaken(kind, group)) {
      unknownKind(object, resource, kind, apiVersion);
    } else {
      NodeReader reader = new NodeReader(findings, resource, object, NodeReader.Place.ROOT, true);
      Function<FieldReader, RawManifest> raw = RawManifest::read;
      keep(reader.read(raw), errors);
    }
  }

  private static <T extends Manifest> Function<FieldReader, T> typed(Kind<T> kind) {
    return in -> {
      in.has("apiVersion");
      in.has("kind");
      return kind.read().apply(in);
    };
  }

  private void keep(Manifest manifest, int errorsBefore) {
    List<String> unread = findings.unread();
    if (unread.size() == errorsBefore) {
      manifests.add(manifest);
    } else {
      halfRead.add(
          new HalfRead(manifest, new HashSet<>(unread.subList(errorsBefore, unread.size()))));
    }
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  // Another project may have a Gateway or a Service of its own; Istio's groups are Istio's.
  private static boolean isOurs(String group) {
    return group.equals(ISTIO) || group.endsWith("." + ISTIO);
  }

  // A slip in the group would make a manifest of ours one of others, which nobody looks into. A
  // group without a dot is Kubernetes' own, where no kind of ours has another of the same name.
  private static boolean isMistaken(String kind, String group) {
    return KnownKinds.ALL.stream()
        .filter(known -> known.name().equals(kind))
        .anyMatch(
            known ->
                !group.contains(".")
                    || Suggestions.nearest(group, List.of(known.group())).isPresent());
  }

  private void wrongVersion(Mapping object, ResourceId resource, Kind<?> kind, String version) {
    findings.add(
        "YAML-UNKNOWN-VERSION",
        Severity.ERROR,
        resource,
        "apiVersion",
        kind.name() + " has no version " + Excerpt.quoted(version),
        "write apiVersion: " + kind.apiVersion(),
        line(object, "apiVersion"),
        column(object, "apiVersion"));
  }

  private void unknownKind(Mapping object, ResourceId resource, String kind, String apiVersion) {
    String group = group(apiVersion);
    Optional<String> now = RemovedKinds.now(group, kind);
    if (now.isPresent()) {
      findings.add(
          "YAML-UNKNOWN-KIND",
          Severity.ERROR,
          resource,
          "kind",
          "Istio had a kind " + Excerpt.quoted(kind) + " of " + group + ", and has removed it",
          now.get(),
          line(object, "kind"),
          column(object, "kind"));
      return;
    }
    Optional<Kind<?>> sameName =
        KnownKinds.ALL.stream().filter(k -> k.name().equals(kind)).findFirst();
    if (sameName.isPresent()) {
      findings.add(
          "YAML-WRONG-GROUP",
          Severity.ERROR,
          resource,
          "apiVersion",
          apiVersion.contains(".") && group.isEmpty()
              ? "apiVersion has no version behind its group"
              : kind
                  + " is no kind of "
                  + (group.isEmpty() ? "Kubernetes' core" : Excerpt.of(group)),
          "write apiVersion: " + sameName.get().apiVersion(),
          line(object, "apiVersion"),
          column(object, "apiVersion"));
      return;
    }
    List<String> names =
        KnownKinds.ALL.stream().filter(k -> isOurs(k.group())).map(Kind::name).toList();
    findings.add(
        "YAML-UNKNOWN-KIND",
        Severity.ERROR,
        resource,
        "kind",
        group + " has no kind " + Excerpt.quoted(kind),
        Suggestions.nearest(kind, names)
            .map(meant -> "did you mean " + meant + "?")
            .orElseGet(() -> Choices.of("write one of ", names)),
        line(object, "kind"),
        column(object, "kind"));
  }

  private static ResourceId resource(Mapping object, String kind) {
    for (Entry entry : object.entries()) {
      if (entry.name().equals("metadata") && entry.value() instanceof Mapping metadata) {
        String namespace = text(metadata, "namespace");
        return new ResourceId(
            Excerpt.of(kind),
            namespace.isEmpty() ? Optional.empty() : Optional.of(Excerpt.of(namespace)),
            Excerpt.of(text(metadata, "name")));
      }
    }
    return new ResourceId(Excerpt.of(kind), Optional.empty(), "");
  }

  private static String text(Mapping object, String name) {
    Optional<Entry> entry = object.entry(name);
    return entry.isPresent()
            && entry.get().value() instanceof Scalar scalar
            && ScalarType.of(scalar) == ScalarType.TEXT
        ? scalar.value()
        : "";
  }

  private static int line(Mapping object, String name) {
    return object.entry(name).map(e -> e.line()).orElse(object.line());
  }

  private static int column(Mapping object, String name) {
    return object.entry(name).map(e -> e.column()).orElse(object.column());
  }
}
