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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

  private Kustomizations() {}

  /** Leaves out the files that a kustomization among them uses as patches or settings. */
  static List<Path> withoutPatches(Collection<Path> files, List<Finding> findings) {
    Map<Path, Path> patches = new TreeMap<>();
    for (Path file : files) {
      if (NAMES.contains(file.getFileName().toString())) {
        patches(file).forEach(patch -> patches.putIfAbsent(patch, file));
      }
    }
    List<Path> manifests = new ArrayList<>();
    for (Path file : files) {
      Path kustomization = patches.get(file.normalize());
      if (kustomization == null) {
        manifests.add(file);
      } else {
        findings.add(leftOut(file, kustomization));
      }
    }
    return manifests;
  }

  private static Finding leftOut(Path file, Path kustomization) {
    return new Finding(
        "YAML-KUSTOMIZATION",
        Severity.INFO,
        Findings.nobody(),
        "",
        "this file is left out: " + kustomization + " uses it as a patch or a setting",
        "lint what kubectl kustomize prints, to see it as a cluster will",
        Origin.file(file.toString(), 1, 1));
  }

  private static List<Path> patches(Path kustomization) {
    List<Path> patches = new ArrayList<>();
    for (Document document : Document.split(text(kustomization))) {
      for (Entry entry : fields(document)) {
        String field = entry.name();
        if (entry.value() instanceof Sequence list
            && (CHANGES.contains(field) || SETTINGS.contains(field))) {
          for (Node element : list.elements()) {
            add(element, kustomization, patches);
          }
        }
      }
    }
    return patches;
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
