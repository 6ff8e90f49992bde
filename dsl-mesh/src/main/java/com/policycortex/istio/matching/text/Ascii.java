package com.policycortex.istio.matching.text;

/** Letters as Envoy ignores their case: ASCII alone. */
final class Ascii {

  private Ascii() {}

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A letter, a digit or an underscore. */
  static boolean isWord(int c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  static boolean hasLetter(String text) {
    return text.chars().anyMatch(Ascii::isLetter);
  }

  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        StringBuilder lower = new StringBuilder(text);
        for (int j = i; j < lower.length(); j++) {
          char c = lower.charAt(j);
          if (c >= 'A' && c <= 'Z') {
            lower.setCharAt(j, (char) (c + ('a' - 'A')));
          }
        }
        return lower.toString();
      }
    }
    return text;
  }
}
