package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Origin;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Lines of one text, each with a caret under the place that is meant. The text is looked through
 * once, however many are asked for. Lines of a document with a Secret are never shown.
 */
public final class CodeFrames {

  private static final int WIDTH = 120;

  private final String text;
  private final int[] starts;
  private final BitSet secret;

  /**
   * The lines of a text.
   *
   * @param text the file's text
   */
  public CodeFrames(String text) {
    this.text = text;
    this.starts = starts(text);
    this.secret = Secrets.lines(text, starts.length);
  }

  private static int[] starts(String text) {
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
    return Arrays.copyOf(starts, count);
  }

  /** The line of a place, with its number and a caret; empty if the text has no such line. */
  public String at(Origin origin) {
    if (origin.line() < 1 || origin.line() > starts.length) {
      return "";
    }
    if (secret.get(origin.line())) {
      return origin.line() + " | (not shown: the document has a Secret)\n";
    }
    String line = line(origin.line());
    int column = Math.max(1, Math.min(origin.column(), line.length() + 1));
    int begin = column > WIDTH - 20 ? column - 40 : 0;
    int end = Math.min(line.length(), begin + WIDTH);
    String number = String.valueOf(origin.line());
    StringBuilder frame = new StringBuilder();
    frame.append(number).append(" | ");
    for (int i = begin; i < end; i++) {
      frame.append(Character.isISOControl(line.charAt(i)) ? ' ' : line.charAt(i));
    }
    frame.append('\n').append(" ".repeat(number.length())).append(" | ");
    return frame.append(" ".repeat(column - 1 - begin)).append("^\n").toString();
  }

  private String line(int number) {
    int end = number < starts.length ? starts[number] - 1 : text.length();
    String line = text.substring(starts[number - 1], end);
    return line.endsWith("\n") || line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
