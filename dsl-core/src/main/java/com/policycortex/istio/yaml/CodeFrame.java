package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Origin;
import java.util.List;

/**
 * A line of a file with a caret under the place that is meant. Lines of a document with a Secret
 * are never shown.
 */
public final class CodeFrame {

  private static final int WIDTH = 120;

  private CodeFrame() {}

  /**
   * The line of a place, with its number and a caret; empty if the text has no such line.
   *
   * @param text the file's text
   * @param origin the place
   */
  public static String of(String text, Origin origin) {
    List<String> lines = text.lines().skip(Math.max(0, origin.line() - 1L)).limit(1).toList();
    if (origin.line() < 1 || lines.isEmpty()) {
      return "";
    }
    if (Secrets.isNear(text, origin.line())) {
      return origin.line() + " | (not shown: the document has a Secret)\n";
    }
    String line = lines.get(0);
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
}
