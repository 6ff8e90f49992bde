package com.policycortex.istio.repair;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.List;

/**
 * What differs between two texts, line by line. A repair changes a few places of a long text: what
 * is the same before the first and behind the last is not searched, and where very much lies
 * between them, all of that counts as changed, for the search needs a square of it.
 */
final class LineDifference {

  private static final long MOST_PAIRS = 4_000_000;

  private LineDifference() {}

  static Patch<String> of(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<String> source = before.subList(head, before.size() - tail);
    List<String> target = after.subList(head, after.size() - tail);
    Patch<String> patch = new Patch<>();
    if (source.isEmpty() && target.isEmpty()) {
      return patch;
    }
    if (source.isEmpty() || target.isEmpty() || pairs(source, target) > MOST_PAIRS) {
      patch.addDelta(delta(new Chunk<>(head, source), new Chunk<>(head, target)));
      return patch;
    }
    for (AbstractDelta<String> found : DiffUtils.diff(source, target).getDeltas()) {
      patch.addDelta(delta(moved(found.getSource(), head), moved(found.getTarget(), head)));
    }
    return patch;
  }

  private static long pairs(List<String> source, List<String> target) {
    return (long) source.size() * target.size();
  }

  private static Chunk<String> moved(Chunk<String> chunk, int by) {
    return new Chunk<>(chunk.getPosition() + by, chunk.getLines());
  }

  /** Lines that take the place of others, or are put in, or are taken out. */
  static AbstractDelta<String> delta(Chunk<String> source, Chunk<String> target) {
    if (source.getLines().isEmpty()) {
      return new InsertDelta<>(source, target);
    }
    return target.getLines().isEmpty()
        ? new DeleteDelta<>(source, target)
        : new ChangeDelta<>(source, target);
  }
}
