package com.policycortex.istio.yaml;

/** Texts of others in messages: short, and on one line. */
final class Excerpt {

  private static final int LENGTH = 60;

  private Excerpt() {}

  static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder excerpt = new StringBuilder();
    int end = Math.min(text.length(), LENGTH);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      append(excerpt, c);
    }
    return text.length() > LENGTH ? excerpt.append('…').toString() : excerpt.toString();
  }

  // Nearly all are.
  private static boolean isPlain(String text) {
    if (text.length() > LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  // What nobody would see is written as an escape.
  private static void append(StringBuilder excerpt, char c) {
    boolean blank = c == ' ' || Character.isISOControl(c);
    if (isInvisible(c)) {
      excerpt.append(String.format("\\u%04X", (int) c));
    } else {
      excerpt.append(blank ? ' ' : c);
    }
  }

  /** Whether a text has a character that looks like a blank, or like nothing, and is no blank. */
  static boolean hasInvisible(String text) {
    return text.chars().anyMatch(c -> isInvisible((char) c));
  }

  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return c != ' '
        && (type == Character.SPACE_SEPARATOR
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }

  static String quoted(String text) {
    return "\"" + of(text) + "\"";
  }
}
