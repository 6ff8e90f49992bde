package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Origin;

/**
 * A line of a file with a caret under the place that is meant. Lines of a document with a Secret
 * are never shown.
 */
public final class CodeFrame {

  private CodeFrame() {}

  /**
   * The line of a place, with its number and a caret; empty if the text has no such line. Whoever
   * wants many of one text asks {@link CodeFrames}.
   *
   * @param text the file's text
   * @param origin the place
   */
  public static String of(String text, Origin origin) {
    return new CodeFrames(text).at(origin);
  }
}
