package com.policycortex.istio.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** Compares a folder with what should be there. */
final class TreeComparison {

  private static final int CONTEXT_LINES = 3;

  private final Path root;

  TreeComparison(Path root) {
    this.root = root;
  }

  List<Difference> differences(SortedMap<String, String> files) {
    try {
      List<Difference> differences = new ArrayList<>();
      for (var file : files.entrySet()) {
        compare(file.getKey(), file.getValue(), differences);
      }
      SortedSet<String> stale = WrittenFiles.read(root);
      stale.removeAll(files.keySet());
      for (String path : stale) {
        if (Files.exists(root.resolve(path))) {
          String text = unified(path, content(root.resolve(path)), "");
          differences.add(new Difference(Difference.Kind.STALE, path, text));
        }
      }
      return differences;
    } catch (IOException e) {
      throw new OutputTreeException("cannot read " + root + ": " + Causes.of(e), e);
    }
  }

  private void compare(String path, String wanted, List<Difference> differences)
      throws IOException {
    Path file = root.resolve(path);
    if (!Files.exists(file)) {
      String text = unified(path, "", wanted);
      differences.add(new Difference(Difference.Kind.MISSING, path, text));
      return;
    }
    String there = content(file);
    if (!there.equals(wanted)) {
      differences.add(new Difference(Difference.Kind.CHANGED, path, unified(path, there, wanted)));
    }
  }

  // Bytes that are no UTF-8 become replacement characters, which never equal what we write.
  private static String content(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String unified(String path, String there, String wanted) {
    List<String> from = there.lines().toList();
    List<String> to = wanted.lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "there/" + path, "wanted/" + path, from, DiffUtils.diff(from, to), CONTEXT_LINES);
    return lines.isEmpty() ? "(line endings differ)\n" : String.join("\n", lines) + "\n";
  }
}
