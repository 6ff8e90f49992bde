package com.policycortex.istio.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Writes a tree as a whole: first every new content into a folder aside, on the same disk; then
 * each into its place by renaming, the old one aside; and back again if that fails half way.
 */
final class TreeWriter {

  /** Renames a file; a seam, so that tests can see what happens when it fails. */
  @FunctionalInterface
  interface Mover {
    void move(Path from, Path to) throws IOException;
  }

  private final Path root;
  private final Mover mover;
  private final Deque<Path[]> moved = new ArrayDeque<>();

  TreeWriter(Path root) {
    this(root, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  TreeWriter(Path root, Mover mover) {
    this.root = root;
    this.mover = mover;
  }

  WriteReport write(SortedMap<String, String> files) {
    try {
      Files.createDirectories(root);
      SortedSet<String> earlier = WrittenFiles.read(root);
      refuseWhatIsInTheWay(files, earlier);
      List<String> written = new ArrayList<>();
      List<String> unchanged = new ArrayList<>();
      for (Map.Entry<String, String> file : files.entrySet()) {
        (isAsWanted(file.getKey(), file.getValue()) ? unchanged : written).add(file.getKey());
      }
      List<String> removed =
          earlier.stream()
              .filter(path -> !files.containsKey(path))
              .filter(path -> Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
              .toList();
      replace(files, written, removed);
      return new WriteReport(written, unchanged, removed);
    } catch (IOException e) {
      throw new OutputTreeException(
          "cannot write " + root + ": " + Causes.of(e) + "; what was there is as it was", e);
    }
  }

  private void refuseWhatIsInTheWay(SortedMap<String, String> files, SortedSet<String> earlier)
      throws IOException {
    List<String> inTheWay = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String path = file.getKey();
      obstacle(path, earlier.contains(path) || isAsWanted(path, file.getValue()))
          .ifPresent(inTheWay::add);
    }
    if (!inTheWay.isEmpty()) {
      throw new OutputTreeException(
          "nothing is written, because this was not written by the program and is in the way:\n  "
              + String.join("\n  ", inTheWay)
              + "\nmove it away, or choose another folder");
    }
  }

  private Optional<String> obstacle(String path, boolean ours) {
    Path file = root;
    for (String name : path.split("/", -1)) {
      file = file.resolve(name);
      if (Files.isSymbolicLink(file)) {
        return Optional.of(root.relativize(file) + " (a symbolic link)");
      }
      boolean last = file.equals(root.resolve(path));
      if (!last && Files.exists(file) && !Files.isDirectory(file)) {
        return Optional.of(root.relativize(file) + " (a file where a folder is needed)");
      }
    }
    if (Files.isDirectory(file)) {
      return Optional.of(path + " (a folder)");
    }
    return Files.exists(file) && !ours ? Optional.of(path) : Optional.empty();
  }

  private boolean isAsWanted(String path, String text) throws IOException {
    Path file = root.resolve(path);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
  }

  private void replace(SortedMap<String, String> files, List<String> written, List<String> removed)
      throws IOException {
    String note = WrittenFiles.text(files.keySet());
    if (written.isEmpty() && removed.isEmpty() && isAsWanted(WrittenFiles.NAME, note)) {
      return;
    }
    Path aside = Files.createTempDirectory(root, WrittenFiles.NAME + ".");
    try {
      Path fresh = aside.resolve("new");
      for (String path : written) {
        stage(fresh.resolve(path), files.getOrDefault(path, ""));
      }
      stage(fresh.resolve(WrittenFiles.NAME), note);
      Path old = aside.resolve("old");
      for (String path : removed) {
        move(root.resolve(path), old.resolve(path));
      }
      for (String path : written) {
        into(fresh, old, path);
      }
      into(fresh, old, WrittenFiles.NAME);
    } catch (IOException | RuntimeException e) {
      undo();
      throw e;
    } finally {
      delete(aside);
    }
    removed.forEach(this::removeEmptyFolders);
  }

  private static void stage(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private void into(Path fresh, Path old, String path) throws IOException {
    if (Files.exists(root.resolve(path))) {
      move(root.resolve(path), old.resolve(path));
    }
    move(fresh.resolve(path), root.resolve(path));
  }

  private void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    mover.move(from, to);
    moved.push(new Path[] {from, to});
  }

  private void undo() throws IOException {
    while (!moved.isEmpty()) {
      Path[] move = moved.pop();
      Files.move(move[1], move[0], StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void removeEmptyFolders(String path) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      try {
        Files.delete(root.resolve(path.substring(0, end)));
      } catch (IOException e) {
        return; // someone else's files are in it
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
