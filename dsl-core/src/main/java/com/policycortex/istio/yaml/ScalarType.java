package com.policycortex.istio.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scalar is to the API server and to kubectl, which read YAML 1.1: {@code y}, {@code on} and
 * {@code 0123} are no texts there.
 *
 * @see <a href="https://yaml.org/type/">Types of YAML 1.1</a>
 */
enum ScalarType {
  TEXT,
  BOOLEAN,
  INTEGER,
  FLOAT,
  NULL;

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n");
  private static final int LONGEST_NUMBER = 400;
  private static final Pattern INTEGERS =
      Pattern.compile("[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)");
  private static final Pattern FLOATS =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

  static ScalarType of(Node.Scalar scalar) {
    return scalar.plain() ? ofPlain(scalar.value()) : TEXT;
  }

  private static ScalarType ofPlain(String text) {
    if (text.isEmpty() || text.equals("~") || isWord(text, "null")) {
      return NULL;
    }
    if (isTrue(text) || isFalse(text)) {
      return BOOLEAN;
    }
    char first = text.charAt(0);
    if (text.length() > LONGEST_NUMBER || (!Character.isDigit(first) && "+-.".indexOf(first) < 0)) {
      return TEXT;
    }
    if (INTEGERS.matcher(text).matches()) {
      return INTEGER;
    }
    return FLOATS.matcher(text).matches() ? FLOAT : TEXT;
  }

  static boolean isTrue(String text) {
    return isWord(text, TRUE);
  }

  private static boolean isFalse(String text) {
    return isWord(text, FALSE);
  }

  /** A text that other readers of YAML 1.1 take for a number: {@code 12:30} is 750 there. */
  static boolean isSexagesimal(Node.Scalar scalar) {
    return scalar.plain()
        && scalar.value().length() <= LONGEST_NUMBER
        && SEXAGESIMAL.matcher(scalar.value()).matches();
  }

  private static boolean isWord(String text, Set<String> words) {
    return text.length() <= 5 && words.stream().anyMatch(word -> isWord(text, word));
  }

  // As written, with a capital, or all in capitals; not "yEs".
  private static boolean isWord(String text, String word) {
    return text.equals(word)
        || text.equals(word.toUpperCase(Locale.ROOT))
        || (text.equalsIgnoreCase(word)
            && Character.isUpperCase(text.charAt(0))
            && text.substring(1).equals(word.substring(1)));
  }
}
