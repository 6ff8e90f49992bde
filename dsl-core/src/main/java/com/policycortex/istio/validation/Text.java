package com.policycortex.istio.validation;

import java.util.Optional;

/** What the rules ask about text. */
final class Text {

  private static final boolean[] LETTERS_AND_DIGITS = new boolean[0x80];

  static {
    for (char c = 0; c < 0x80; c++) {
      LETTERS_AND_DIGITS[c] = isLetter(c) || isDigit(c);
    }
  }

  private Text() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isLetterOrDigit(char c) {
    return c < 0x80 && LETTERS_AND_DIGITS[c];
  }

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The number of bytes in UTF-8, which is what Go's {@code len} counts. */
  static int utf8Length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        // A pair of surrogates is two chars and four bytes.
        bytes += Character.isSurrogate(c) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }

  /** The text in quotes, cut where it is long. */
  static String quote(String text) {
    return text.length() <= 80
        ? '"' + text + '"'
        : '"' + text.substring(0, 80) + "…\" (" + text.length() + " characters)";
  }

  /** The length as the schema counts it: in code points. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** True if the text is there and not empty: what Go takes for a set text. */
  static boolean isSet(Optional<String> text) {
    return text.isPresent() && !text.get().isEmpty();
  }
}
