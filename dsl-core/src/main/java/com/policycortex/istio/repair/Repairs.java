package com.policycortex.istio.repair;

import com.github.difflib.UnifiedDiffUtils;
import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Resource;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestEdit;
import com.policycortex.istio.yaml.ManifestEditor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Knows the manifests that repairs change, and the texts that they were read from. What a Secret
 * holds is not shown.
 */
public final class Repairs {

  /** Why a finding stays whose repair is none of those that are wanted. */
  public static final String NOT_WANTED = "the repair changes what traffic does";

  private static final List<String> SECRET = List.of("(not shown: a Secret)");
  private static final List<String> MANY =
      List.of("(not shown: there are more than 20 repairs of this manifest)");
  private static final int MOST_OF_ONE = 20;
  private static final int CONTEXT_LINES = 3;

  private final Collection<? extends Manifest> all;
  private final Map<ResourceId, List<Manifest>> byId = new HashMap<>();
  private final Map<String, String> sources;
  private final String folder;
  private final Map<String, ManifestEditor> editors = new HashMap<>();
  private final Map<ResourceId, Integer> shown = new HashMap<>();

  /**
   * The repairs of these manifests.
   *
   * @param manifests those that findings are about
   * @param sources the text of each file by its name
   * @param folder the absolute path that is no part of the names of files in differences; may be
   *     empty
   */
  public Repairs(
      Collection<? extends Manifest> manifests, Map<String, String> sources, String folder) {
    this.all = manifests;
    this.sources = sources;
    this.folder = folder;
  }

  /**
   * What a repair changes, as a unified difference: of files where it is sure how to change them,
   * else of the manifests' YAML. Each is as long to make as the manifest is, so only the first 20
   * that are asked for of one manifest are.
   */
  public List<String> difference(Repair repair) {
    if (touched(repair).stream().anyMatch(id -> id.kind().equals("Secret"))) {
      return SECRET;
    }
    if (!isShown(repair)) {
      return MANY;
    }
    List<String> lines = new ArrayList<>();
    Optional<List<FileChange>> changes = edits(repair).map(this::files);
    if (changes.isPresent()) {
      changes.get().forEach(change -> lines.addAll(change.unified(name(change.file()))));
    } else {
      for (Resource replacement : repair.replacements()) {
        ResourceId id = replacement.resourceId();
        lines.addAll(unified(id, yaml(id), replacement.toString()));
      }
      repair.removed().forEach(id -> lines.addAll(unified(id, yaml(id), "")));
    }
    return lines;
  }

  /**
   * What a repair changes in files; empty where it is not sure how to change them, where it adds a
   * manifest, and for all but the first 20 that are asked for of one manifest.
   */
  public Optional<List<FileChange>> changes(Repair repair) {
    return isShown(repair) ? edits(repair).map(this::files) : Optional.empty();
  }

  private boolean isShown(Repair repair) {
    return touched(repair).stream()
        .map(id -> shown.merge(id, 1, Integer::sum))
        .allMatch(many -> many <= MOST_OF_ONE);
  }

  /**
   * True if {@link #difference} only says that there are too many, and nothing more is worth it.
   */
  public static boolean isLeftOut(List<String> difference) {
    return difference.equals(MANY);
  }

  /**
   * The first repair of each finding, as far as they do not change the same manifest.
   *
   * @param careful whether to leave out what would lose comments or take a whole manifest away
   */
  public Repaired repair(Collection<Finding> findings, boolean careful) {
    return repair(findings, careful, repair -> true);
  }

  /**
   * The same, of those repairs only that are wanted, for example {@code Repair::isSafe}.
   *
   * @param careful whether to leave out what would lose comments or take a whole manifest away
   */
  public Repaired repair(
      Collection<Finding> findings, boolean careful, Predicate<? super Repair> wanted) {
    Map<String, ManifestEdit> edits = new TreeMap<>();
    List<Finding> repaired = new ArrayList<>();
    List<Repaired.Left> left = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.repairs().isEmpty()) {
        continue;
      }
      Repair repair = finding.repairs().get(0);
      if (!wanted.test(repair)) {
        left.add(new Repaired.Left(finding, NOT_WANTED));
        continue;
      }
      Optional<List<ManifestEdit>> change = edits(repair);
      Optional<String> obstacle = obstacle(change, edits, careful);
      if (obstacle.isPresent()) {
        left.add(new Repaired.Left(finding, obstacle.get()));
      } else {
        change.orElse(List.of()).forEach(edit -> edits.put(document(edit), edit));
        repaired.add(finding);
      }
    }
    return new Repaired(files(edits.values()), repaired, left);
  }

  private static Optional<String> obstacle(
      Optional<List<ManifestEdit>> wanted, Map<String, ManifestEdit> edits, boolean careful) {
    if (wanted.isEmpty()) {
      return Optional.of("it is not sure how to change the text");
    }
    for (ManifestEdit edit : wanted.get()) {
      if (edits.containsKey(document(edit)) && !edit.equals(edits.get(document(edit)))) {
        return Optional.of("another repair changes the same document");
      }
      if (careful && edit.after().isEmpty()) {
        return Optional.of("a manifest would be taken away");
      }
      if (careful && !edit.keepsComments()) {
        return Optional.of("comments would be lost");
      }
    }
    return Optional.empty();
  }

  private static String document(ManifestEdit edit) {
    return edit.file() + ":" + edit.line();
  }

  private Optional<List<ManifestEdit>> edits(Repair repair) {
    if (isMove(repair)) {
      Manifest moved = (Manifest) repair.replacements().get(0);
      return only(repair.removed().get(0))
          .flatMap(from -> editor(from).flatMap(editor -> editor.replace(from, moved)))
          .map(List::of);
    }
    List<ManifestEdit> edits = new ArrayList<>();
    for (Resource replacement : repair.replacements()) {
      Optional<ManifestEdit> edit =
          only(replacement.resourceId())
              .filter(manifest -> replacement instanceof Manifest)
              .flatMap(
                  manifest ->
                      editor(manifest)
                          .flatMap(editor -> editor.replace(manifest, (Manifest) replacement)));
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    for (ResourceId removed : repair.removed()) {
      Optional<ManifestEdit> edit =
          only(removed)
              .flatMap(manifest -> editor(manifest).flatMap(editor -> editor.remove(manifest)));
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    boolean apart = edits.stream().map(Repairs::document).distinct().count() == edits.size();
    return apart ? Optional.of(edits) : Optional.empty();
  }

  // One manifest under another name, or in another namespace.
  private boolean isMove(Repair repair) {
    return repair.replacements().size() == 1
        && repair.removed().size() == 1
        && repair.replacements().get(0) instanceof Manifest moved
        && moved.resourceId().kind().equals(repair.removed().get(0).kind())
        && named(moved.resourceId()).isEmpty();
  }

  private List<Manifest> named(ResourceId id) {
    if (byId.isEmpty()) {
      for (Manifest manifest : all) {
        byId.computeIfAbsent(manifest.resourceId(), key -> new ArrayList<>(1)).add(manifest);
      }
    }
    return byId.getOrDefault(id, List.of());
  }

  // Of two manifests of one name it is not known which is meant.
  private Optional<Manifest> only(ResourceId id) {
    List<Manifest> named = named(id);
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private Optional<ManifestEditor> editor(Manifest manifest) {
    String file = manifest.origin().file();
    String text = sources.get(file);
    // Standard input is no file to change.
    return text == null || file.startsWith("<")
        ? Optional.empty()
        : Optional.of(editors.computeIfAbsent(file, name -> new ManifestEditor(name, text)));
  }

  private List<FileChange> files(Collection<ManifestEdit> edits) {
    SortedMap<String, List<ManifestEdit>> byFile = new TreeMap<>();
    edits.forEach(edit -> byFile.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(edit));
    return byFile.entrySet().stream()
        .map(
            file ->
                FileChange.of(
                    file.getKey(), sources.getOrDefault(file.getKey(), ""), file.getValue()))
        .toList();
  }

  private static List<ResourceId> touched(Repair repair) {
    List<ResourceId> ids = new ArrayList<>(repair.removed());
    repair.replacements().forEach(replacement -> ids.add(replacement.resourceId()));
    return ids;
  }

  private String yaml(ResourceId id) {
    List<Manifest> named = named(id);
    return named.isEmpty() ? "" : named.get(0).toString();
  }

  private String name(String file) {
    return FileNames.below(folder, file);
  }

  private static List<String> unified(ResourceId id, String before, String after) {
    List<String> from = before.lines().toList();
    List<String> to = after.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        before.isEmpty() ? "/dev/null" : id.toString(),
        after.isEmpty() ? "/dev/null" : id.toString(),
        from,
        LineDifference.of(from, to),
        CONTEXT_LINES);
  }
}
