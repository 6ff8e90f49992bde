package com.policycortex.istio.render;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.validation.InvalidManifestsException;
import com.policycortex.istio.validation.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A folder of manifests as an immutable value.
 *
 * <p>Each file holds one or more manifests. A {@code kustomization.yaml} at the root, and only
 * there, lists the files in the order in which they were added, so that {@code kubectl apply -k} of
 * the root and {@code kubectl apply -f} folder by folder both work. Files under {@code install/}
 * are for {@code istioctl install -f} and are not listed.
 */
public final class OutputTree {

  /** The folder whose files are not for {@code kubectl}. */
  public static final String INSTALL = "install/";

  private static final OutputTree EMPTY = new OutputTree(Map.of());

  private final Map<String, List<Manifest>> manifests;

  private OutputTree(Map<String, List<Manifest>> manifests) {
    this.manifests = Collections.unmodifiableMap(new LinkedHashMap<>(manifests));
  }

  /** A tree without files. */
  public static OutputTree empty() {
    return EMPTY;
  }

  /**
   * A tree with one more file.
   *
   * @param path below the root, for example {@code base/gateways.yaml}; names of letters, digits,
   *     {@code -}, {@code _} and {@code .}, with {@code /} between them
   * @param content its manifests; without any, there is no file
   * @throws IllegalArgumentException if the path leaves the root, has other characters, ends
   *     differently from {@code .yaml}, or is taken
   */
  public OutputTree with(String path, Collection<? extends Manifest> content) {
    TreePaths.check(path);
    if (manifests.containsKey(path)) {
      throw new IllegalArgumentException("the tree has a file " + path + " already");
    }
    if (content.isEmpty()) {
      return this;
    }
    Map<String, List<Manifest>> more = new LinkedHashMap<>(manifests);
    more.put(path, List.copyOf(content));
    return new OutputTree(more);
  }

  /** A tree with one more file of these manifests; see {@link #with(String, Collection)}. */
  public OutputTree with(String path, Manifest first, Manifest... more) {
    List<Manifest> all = new ArrayList<>(Arrays.asList(more));
    all.add(0, first);
    return with(path, all);
  }

  /** All manifests, in the order in which they were added. */
  public List<Manifest> manifests() {
    return manifests.values().stream().flatMap(List::stream).toList();
  }

  /** The paths of the files of manifests, in the order in which they were added. */
  public List<String> paths() {
    return List.copyOf(manifests.keySet());
  }

  /** The manifests of one file; empty if there is no such file. */
  public List<Manifest> manifests(String path) {
    return manifests.getOrDefault(path, List.of());
  }

  /** What is wrong or doubtful about the manifests, one by one and together. */
  public List<Finding> findings() {
    return Validation.validate(manifests());
  }

  /**
   * The text of each file by its path.
   *
   * @throws InvalidManifestsException if a manifest has a finding of severity error
   */
  public SortedMap<String, String> files() {
    return files(OutputTree::newest);
  }

  /**
   * The text of each file by its path, each manifest in a version of its kind of one's own choice:
   * for an older release of Istio {@code TargetRelease::version}.
   *
   * @param version one of {@link Kind#versions()}
   * @throws InvalidManifestsException if a manifest has a finding of severity error
   * @throws IllegalArgumentException if a kind has no such version
   */
  public SortedMap<String, String> files(Function<Kind<?>, String> version) {
    List<Finding> errors =
        findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new InvalidManifestsException(errors);
    }
    SortedMap<String, String> files = new TreeMap<>();
    manifests.forEach((path, content) -> files.put(path, text(content, version)));
    List<String> listed =
        manifests.keySet().stream().filter(path -> !path.startsWith(INSTALL)).toList();
    if (!listed.isEmpty()) {
      files.put(TreePaths.KUSTOMIZATION, kustomization(listed));
    }
    return Collections.unmodifiableSortedMap(files);
  }

  private static String newest(Kind<?> kind) {
    return kind.versions().get(0);
  }

  private static String text(List<Manifest> manifests, Function<Kind<?>, String> version) {
    return manifests.stream()
        .map(manifest -> manifest.yaml(version.apply(manifest.kind())))
        .collect(Collectors.joining("---\n"));
  }

  private static String kustomization(List<String> paths) {
    StringBuilder text =
        new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
    text.append("resources:\n");
    paths.forEach(path -> text.append("- ").append(path).append('\n'));
    return text.toString();
  }

  /**
   * Writes the files below a folder, which is made if it is not there.
   *
   * <p>Either all files are written or none: a full disk or a folder that cannot be written leaves
   * what was there. Files that an earlier call wrote and that the tree no longer has are removed. A
   * file that no call wrote is never touched; where it is in the way, nothing is written. Which
   * files were written is noted in {@code .istio-dsl} at the root; those belong to the program, and
   * changes made to them by hand are overwritten.
   *
   * @throws InvalidManifestsException if a manifest has a finding of severity error
   * @throws OutputTreeException if the folder cannot be written, or something is in the way
   */
  public WriteReport writeTo(Path folder) {
    return writeTo(folder, OutputTree::newest);
  }

  /** {@link #writeTo(Path)} with {@link #files(Function) versions} of one's own choice. */
  public WriteReport writeTo(Path folder, Function<Kind<?>, String> version) {
    return new TreeWriter(folder).write(files(version));
  }

  /**
   * What {@link #writeTo} would change; empty if the folder is just as the program would write it.
   *
   * @throws InvalidManifestsException if a manifest has a finding of severity error
   * @throws OutputTreeException if the folder cannot be read
   */
  public List<Difference> differences(Path folder) {
    return differences(folder, OutputTree::newest);
  }

  /** {@link #differences(Path)} with {@link #files(Function) versions} of one's own choice. */
  public List<Difference> differences(Path folder, Function<Kind<?>, String> version) {
    return new TreeComparison(folder).differences(files(version));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputTree tree
        && List.copyOf(tree.manifests.entrySet()).equals(List.copyOf(manifests.entrySet()));
  }

  @Override
  public int hashCode() {
    return manifests.hashCode();
  }

  /** One file a line, with the kinds and names of its manifests. */
  @Override
  public String toString() {
    return manifests.entrySet().stream()
        .map(
            file ->
                file.getKey()
                    + ": "
                    + file.getValue().stream()
                        .map(manifest -> manifest.resourceId().toString())
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n"));
  }
}
