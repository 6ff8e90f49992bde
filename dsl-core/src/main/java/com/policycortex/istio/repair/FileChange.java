package com.policycortex.istio.repair;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import com.policycortex.istio.yaml.ManifestEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What changes in one file.
 *
 * @param file the file, as the origins of its manifests name it
 * @param before its text
 * @param after its text with the changes
 * @param changes the lines that change, from the top
 */
public record FileChange(String file, String before, String after, List<LineChange> changes) {

  private static final int CONTEXT_LINES = 3;
  private static final String NO_END = "\\ No newline at end of file";

  /** Copies the list. */
  public FileChange {
    changes = List.copyOf(changes);
  }

  /** What differs between two texts of a file. */
  public static FileChange between(String file, String before, String after) {
    List<LineChange> changes = new ArrayList<>();
    for (AbstractDelta<String> delta : LineDifference.of(lines(before), lines(after)).getDeltas()) {
      changes.add(
          new LineChange(
              delta.getSource().getPosition() + 1,
              delta.getSource().getLines(),
              delta.getTarget().getLines()));
    }
    return new FileChange(file, before, after, changes);
  }

  static FileChange of(String file, String text, Collection<ManifestEdit> edits) {
    List<LineChange> changes = new ArrayList<>();
    StringBuilder after = new StringBuilder();
    int line = 1;
    int at = 0;
    int copied = 0;
    for (ManifestEdit edit :
        edits.stream().sorted(Comparator.comparingInt(ManifestEdit::line)).toList()) {
      for (; line < edit.line(); line++) {
        at = text.indexOf('\n', at) + 1;
      }
      after.append(text, copied, at).append(edit.after());
      copied = at + edit.before().length();
      add(edit, changes);
    }
    after.append(text, copied, text.length());
    return new FileChange(file, text, after.toString(), changes);
  }

  private static void add(ManifestEdit edit, List<LineChange> changes) {
    Patch<String> patch = LineDifference.of(lines(edit.before()), lines(edit.after()));
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      changes.add(
          new LineChange(
              edit.line() + delta.getSource().getPosition(),
              delta.getSource().getLines(),
              delta.getTarget().getLines()));
    }
  }

  /**
   * The change as {@code git apply} and {@code patch -p1} take it.
   *
   * @param name the file's name below the folder where that is done
   */
  public List<String> unified(String name) {
    Patch<String> patch = new Patch<>();
    int shift = 0;
    for (LineChange change : changes) {
      int line = change.line() - 1;
      Chunk<String> source = new Chunk<>(line, change.before());
      Chunk<String> target = new Chunk<>(line + shift, change.after());
      patch.addDelta(LineDifference.delta(source, target));
      shift += change.after().size() - change.before().size();
    }
    // With a blank in a name, git and patch want to be told where it ends.
    String path = (name.startsWith("/") ? name : "/" + name) + (name.indexOf(' ') < 0 ? "" : "\t");
    List<String> unified =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a" + path, "b" + path, lines(before), patch, CONTEXT_LINES);
    return before.isEmpty() || before.endsWith("\n") ? unified : withoutEnd(unified);
  }

  // The old text's last line has no end, which a difference must say where it shows that line.
  private List<String> withoutEnd(List<String> unified) {
    int last = -1;
    for (int i = unified.size() - 1; i > 0 && last < 0; i--) {
      String line = unified.get(i);
      last = line.startsWith(" ") || line.startsWith("-") ? i : -1;
    }
    List<String> lines = lines(before);
    boolean shown = last > 1 && unified.get(last).substring(1).equals(lines.get(lines.size() - 1));
    if (!shown) {
      return unified;
    }
    List<String> marked = new ArrayList<>(unified);
    marked.add(last + 1, NO_END);
    boolean sameEnd = !after.endsWith("\n");
    if (sameEnd && unified.get(last).startsWith("-")) {
      marked.add(NO_END);
    }
    return marked;
  }

  // Ends of lines of another system belong to the lines.
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return Arrays.asList(whole.split("\n", -1));
  }
}
