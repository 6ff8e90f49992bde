package com.policycortex.istio.yaml;

import java.util.Arrays;

/** Where the lines of a text begin. The text is looked through once. */
final class LineStarts {

  private final String text;
  private final int[] starts;

  private LineStarts(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  static LineStarts of(String text) {
    int[] starts = new int[64];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at;
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return new LineStarts(text, Arrays.copyOf(starts, count));
  }

  /** How many lines there are; what stands behind the last line end is one, if it is anything. */
  int count() {
    return starts.length;
  }

  /** Where a line begins, by its number from 1; the text's end behind the last line. */
  int start(int line) {
    return line <= starts.length ? starts[line - 1] : text.length();
  }

  /** Where a line ends: at its line feed, or at the text's end. */
  int end(int line) {
    int next = start(line + 1);
    return next > start(line) && text.charAt(next - 1) == '\n' ? next - 1 : next;
  }
}
