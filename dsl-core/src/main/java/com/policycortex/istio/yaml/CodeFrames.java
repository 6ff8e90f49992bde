package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Origin;
import java.util.BitSet;

/**
 * Lines of one text, each with a caret under the place that is meant. The text is looked through
 * once, however many are asked for. Lines of a document with a Secret are never shown.
 */
public final class CodeFrames {

  private static final int WIDTH = 120;

  private final String text;
  private final LineStarts lines;
  private final BitSet secret;

  /**
   * The lines of a text.
   *
   * @param text the file's text
   */
  public CodeFrames(String text) {
    this.text = text;
    this.lines = LineStarts.of(text);
    this.secret = Secrets.lines(text, lines.count());
  }

  /** The line of a place, with its number and a caret; empty if the text has no such line. */
  public String at(Origin origin) {
    if (origin.line() < 1 || origin.line() > lines.count()) {
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
    StringBuilder frame = new StringBuilder(2 * WIDTH);
    frame.append(number).append(" | ");
    appendPrintable(line, begin, end, frame);
    frame.append('\n').append(" ".repeat(number.length())).append(" | ");
    return frame.append(" ".repeat(column - 1 - begin)).append("^\n").toString();
  }

  private static void appendPrintable(String line, int begin, int end, StringBuilder frame) {
    int from = begin;
    for (int i = begin; i < end; i++) {
      if (Character.isISOControl(line.charAt(i))) {
        frame.append(line, from, i).append(' ');
        from = i + 1;
      }
    }
    frame.append(line, from, end);
  }

  private String line(int number) {
    String line = text.substring(lines.start(number), lines.end(number));
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
