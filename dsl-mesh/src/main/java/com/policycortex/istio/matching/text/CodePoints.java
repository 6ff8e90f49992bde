package com.policycortex.istio.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** A set of code points that texts can hold, as disjoint ranges in order. */
final class CodePoints {

  // No NUL, line feed, carriage return; no surrogates, which no text of scalar values has.
  private static final int[][] POSSIBLE = {
    {0x1, 0x9}, {0xB, 0xC}, {0xE, 0xD7FF}, {0xE000, Character.MAX_CODE_POINT}
  };

  /** Every code point that a text can hold. */
  static final CodePoints ALL = new CodePoints(POSSIBLE);

  private final int[][] ranges;

  private CodePoints(int[][] ranges) {
    this.ranges = ranges;
  }

  static CodePoints of(int codePoint) {
    return range(codePoint, codePoint);
  }

  static CodePoints range(int first, int last) {
    return of(List.of(new int[] {first, last}));
  }

  /** The union of inclusive ranges in any order. */
  static CodePoints of(List<int[]> ranges) {
    List<int[]> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(range -> range[0]));
    List<int[]> merged = new ArrayList<>();
    for (int[] range : sorted) {
      int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && range[0] <= last[1] + 1) {
        last[1] = Math.max(last[1], range[1]);
      } else {
        merged.add(range.clone());
      }
    }
    return new CodePoints(intersect(merged.toArray(new int[0][]), POSSIBLE));
  }

  /** Those that the predicate takes. */
  static CodePoints where(IntPredicate predicate) {
    List<int[]> found = new ArrayList<>();
    int start = -1;
    for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
      boolean in = c <= Character.MAX_CODE_POINT && predicate.test(c);
      if (in && start < 0) {
        start = c;
      } else if (!in && start >= 0) {
        found.add(new int[] {start, c - 1});
        start = -1;
      }
    }
    return of(found);
  }

  CodePoints or(CodePoints other) {
    List<int[]> both = new ArrayList<>(Arrays.asList(ranges));
    both.addAll(Arrays.asList(other.ranges));
    return of(both);
  }

  CodePoints and(CodePoints other) {
    return new CodePoints(intersect(ranges, other.ranges));
  }

  CodePoints not() {
    List<int[]> gaps = new ArrayList<>();
    int from = 0;
    for (int[] range : ranges) {
      if (range[0] > from) {
        gaps.add(new int[] {from, range[0] - 1});
      }
      from = range[1] + 1;
    }
    gaps.add(new int[] {from, Character.MAX_CODE_POINT});
    return of(gaps);
  }

  boolean isEmpty() {
    return ranges.length == 0;
  }

  boolean isAll() {
    return Arrays.deepEquals(ranges, POSSIBLE);
  }

  /** The only code point, or -1 where there are none or several. */
  int single() {
    return ranges.length == 1 && ranges[0][0] == ranges[0][1] ? ranges[0][0] : -1;
  }

  boolean contains(int codePoint) {
    for (int[] range : ranges) {
      if (codePoint <= range[1]) {
        return codePoint >= range[0];
      }
    }
    return false;
  }

  /** The ranges, first and last of each, in order. */
  List<int[]> ranges() {
    return Arrays.asList(ranges);
  }

  private static int[][] intersect(int[][] some, int[][] others) {
    List<int[]> both = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < some.length && j < others.length) {
      int first = Math.max(some[i][0], others[j][0]);
      int last = Math.min(some[i][1], others[j][1]);
      if (first <= last) {
        both.add(new int[] {first, last});
      }
      if (some[i][1] < others[j][1]) {
        i++;
      } else {
        j++;
      }
    }
    return both.toArray(new int[0][]);
  }
}
