package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the kustomizations of a folder say of the files beside them: which are no manifests but
 * changes to manifests.
 */
final class Kustomizations {

  private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml");
  // Each holds names of files, or objects with a path.
  private static final Set<String> CHANGES =
      Set.of("patches", "patchesStrategicMerge", "patchesJson6902", "replacements");
  private static final Set<String> SETTINGS =
      Set.of("configurations", "transformers", "generators", "validators");
  // As a word of its own: patch-web.yaml, web_patch.yml, and not dispatch.yaml.
  private static final Pattern PATCH = Pattern.compile("(^|[-_.])patch(es)?[-_.]");

  private Kustomizations() {}

  /**
   * Leaves out the files that a kustomization among them uses as patches or settings, and those
   * below it that are called a patch: kept for later, or used by a kustomization elsewhere.
   */
  static List<Path> withoutPatches(Collection<Path> files, List<Finding> findings) {
    Map<Path, Path> patches = new TreeMap<>();
    Map<Path, Path> byFolder = new HashMap<>();
    for (Path file : files) {
      if (NAMES.contains(file.getFileName().toString())) {
        byFolder.put(folder(file), file);
        patches(file).forEach(patch -> patches.putIfAbsent(patch, file));
      }
    }
    List<Path> manifests = new ArrayList<>();
    for (Path file : files) {
      Path kustomization = patches.get(file.normalize());
      if (kustomization != null) {
        findings.add(leftOut(file, kustomization + " uses it as a patch or a setting"));
      } else if (isCalledPatch(file) && isBelow(file, byFolder)) {
        findings.add(leftOut(file, "it is called a patch, and lies with kustomizations"));
      } else {
        manifests.add(file);
      }
    }
    return manifests;
  }

  /** The files among these whose selectors a kustomization fills in, as commonLabels does. */
  static Set<Path> labelled(Collection<Path> files) {
    Set<Path> labelled = new HashSet<>();
    for (Path file : files) {
      if (NAMES.contains(file.getFileName().toString())) {
        List<Entry> fields =
            Document.split(text(file)).stream().flatMap(d -> fields(d).stream()).toList();
        if (fields.stream().anyMatch(Kustomizations::fillsSelectors)) {
          List<Path> resources = new ArrayList<>();
          fields.stream()
              .filter(entry -> entry.name().equals("resources"))
              .forEach(entry -> addAll(entry.value(), file, resources));
          labelled.addAll(resources);
        }
      }
    }
    return labelled;
  }

  private static boolean fillsSelectors(Entry entry) {
    return entry.name().equals("commonLabels")
        || (entry.name().equals("labels")
            && entry.value() instanceof Sequence list
            && list.elements().stream()
                .anyMatch(
                    one ->
                        one instanceof Mapping label
                            && label.entry("includeSelectors").isPresent()));
  }

  private static boolean isCalledPatch(Path file) {
    Path folder = file.normalize().getParent();
    return PATCH.matcher(file.getFileName().toString()).find()
        || (folder != null
            && folder.getFileName() != null
            && folder.getFileName().toString().equals("patches"));
  }

  private static boolean isBelow(Path file, Map<Path, Path> kustomizations) {
    for (Path at = folder(file); ; at = folder(at)) {
      if (kustomizations.containsKey(at)) {
        return true;
      }
      if (at.toString().isEmpty() || (at.getParent() == null && at.isAbsolute())) {
        return false;
      }
    }
  }

  private static Path folder(Path file) {
    Path parent = file.normalize().getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static Finding leftOut(Path file, String reason) {
    return new Finding(
        "YAML-KUSTOMIZATION",
        Severity.INFO,
        Findings.nobody(),
        "",
        "this file is left out: " + reason,
        "lint what kubectl kustomize prints, to see it as a cluster will",
        Origin.file(file.toString(), 1, 1));
  }

  private static List<Path> patches(Path kustomization) {
    List<Path> patches = new ArrayList<>();
    for (Document document : Document.split(text(kustomization))) {
      for (Entry entry : fields(document)) {
        String field = entry.name();
        if (CHANGES.contains(field) || SETTINGS.contains(field)) {
          addAll(entry.value(), kustomization, patches);
        }
      }
    }
    return patches;
  }

  private static void addAll(Node value, Path kustomization, List<Path> files) {
    if (value instanceof Sequence list) {
      list.elements().forEach(element -> add(element, kustomization, files));
    }
  }

  private static void add(Node element, Path kustomization, List<Path> patches) {
    if (element instanceof Mapping object) {
      for (Entry entry : object.entries()) {
        if (entry.name().equals("path")) {
          add(entry.value(), kustomization, patches);
        }
      }
    } else if (element instanceof Scalar name && !name.value().contains("\n")) {
      try {
        patches.add(kustomization.resolveSibling(name.value()).normalize());
      } catch (InvalidPathException e) {
        return; // a patch that stands here itself
      }
    }
  }

  private static List<Entry> fields(Document document) {
    try {
      return DocumentParser.parse(document, new ArrayList<>()).orElse(null) instanceof Mapping root
          ? root.entries()
          : List.of();
    } catch (Problem e) {
      return List.of(); // the reader says so when it comes to the file
    }
  }

  private static String text(Path file) {
    try {
      return Files.size(file) > Limits.BYTES ? "" : Files.readString(file);
    } catch (IOException e) {
      return ""; // likewise
    }
  }
}
