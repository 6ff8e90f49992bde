package com.policycortex.istio.report;

/** Texts of others, without what would move a terminal's cursor or change its colours. */
final class Printable {

  private Printable() {}

  /** The text on one line; what cannot be printed becomes a blank. */
  static String line(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnprintable(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(isUnprintable(c) ? ' ' : c);
    }
    return line.toString();
  }

  // Control characters, and those that turn the direction of writing.
  private static boolean isUnprintable(char c) {
    if (c < '\u007F') {
      return c < ' ';
    }
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
