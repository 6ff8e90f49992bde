package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of manifests that paths lead to, each once. Links are followed, wherever they lead to;
 * a loop of them is entered once.
 */
final class ManifestFiles {

  // By their real paths: a file may be named twice, or lie in a folder that is named too.
  private final Set<Path> seen = new HashSet<>();
  private final Set<Path> labelled = new HashSet<>();

  /** The files of a path that no path before led to, in the order of their names. */
  Collection<Path> of(Path path, List<Finding> findings) {
    if (!Files.isDirectory(path)) {
      return isNew(path) ? List.of(path) : List.of();
    }
    TreeSet<Path> files = new TreeSet<>();
    try {
      Files.walkFileTree(
          path,
          Set.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          visitor(path, files, findings));
    } catch (IOException e) {
      findings.add(unreadable(path, e));
    }
    if (files.isEmpty() && findings.isEmpty()) {
      findings.add(noManifests(path));
    }
    labelled.addAll(Kustomizations.labelled(files));
    // The patches are known by the files beside them, seen or not.
    return Kustomizations.withoutPatches(
            HelmCharts.withoutTemplates(path, files, findings), findings)
        .stream()
        .filter(this::isNew)
        .toList();
  }

  /** Whether a kustomization seen so far fills in the selectors of this file. */
  boolean isLabelled(Path file) {
    return labelled.contains(file.normalize());
  }

  private boolean isNew(Path file) {
    try {
      return seen.add(file.toRealPath());
    } catch (IOException e) {
      return true; // the reader says so when it comes to the file
    }
  }

  private static SimpleFileVisitor<Path> visitor(
      Path root, Collection<Path> files, List<Finding> findings) {
    // Links between folders beside each other are no loop, and would multiply.
    Set<Path> entered = new HashSet<>();
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        boolean hidden = isHidden(folder) && !folder.equals(root);
        return hidden || !entered.add(folder.toRealPath())
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isManifestFile(file) && !isHidden(file)) {
          if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
            files.add(file);
          } else {
            findings.add(noFile(file));
          }
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (!(e instanceof FileSystemLoopException)) {
          findings.add(unreadable(file, e));
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  /** The bytes of a file, one more than are read at most where there are more. */
  static byte[] bytes(Path file) throws IOException {
    long size = Files.size(file); // a device has none
    try (InputStream in = Files.newInputStream(file)) {
      if (size == 0 || size > Limits.BYTES) {
        return in.readNBytes(Limits.BYTES + 1);
      }
      byte[] bytes = new byte[(int) size];
      int read = in.readNBytes(bytes, 0, bytes.length);
      byte[] grown = in.readNBytes(Limits.BYTES + 1 - read);
      return grown.length == 0 && read == size ? bytes : join(bytes, read, grown);
    }
  }

  // Somebody writes the file meanwhile.
  private static byte[] join(byte[] bytes, int read, byte[] grown) {
    byte[] all = Arrays.copyOf(bytes, read + grown.length);
    System.arraycopy(grown, 0, all, read, grown.length);
    return all;
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private static boolean isManifestFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static Finding noFile(Path file) {
    return finding(
        file,
        "this is no regular file, but a pipe, a socket or a device, and is not read",
        "put a file in its place, or leave it out");
  }

  // A folder that was named by mistake must not pass as one without mistakes.
  private static Finding noManifests(Path folder) {
    return new Finding(
        "YAML-NOT-A-MANIFEST",
        Severity.WARNING,
        Findings.nobody(),
        "",
        "no file here or below ends in .yaml, .yml or .json; names with a dot before them are left out",
        "check the path",
        Origin.file(folder.toString(), 0, 0));
  }

  static Finding unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? finding(file, "there is no such file", "check the path")
        : finding(
            file,
            "the file cannot be read: " + e.getClass().getSimpleName(),
            "check its permissions");
  }

  private static Finding finding(Path file, String message, String hint) {
    return new Finding(
        "YAML-UNREADABLE",
        Severity.ERROR,
        Findings.nobody(),
        "",
        message,
        hint,
        Origin.file(file.toString(), 0, 0));
  }
}
