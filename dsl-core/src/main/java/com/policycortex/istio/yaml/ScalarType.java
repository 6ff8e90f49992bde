package com.policycortex.istio.yaml;

import java.util.HashSet;
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

  // As written, with a capital, or all in capitals; not "yEs".
  private static final Set<String> TRUE = forms("true", "yes", "on", "y");
  private static final Set<String> FALSE = forms("false", "no", "off", "n");
  private static final Set<String> NOTHING = forms("null");
  private static final int LONGEST_WORD = 5;

  /** The most characters of a number; what is longer is a text. */
  static final int LONGEST_NUMBER = 10_000;

  private static final Pattern INTEGERS =
      Pattern.compile("[-+]?(0[bB][01]+|0[oO]?[0-7]+|0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)");
  private static final Pattern FLOATS =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern FRACTION =
      Pattern.compile("\\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?");
  private static final Pattern NO_NUMBERS =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

  static ScalarType of(Node.Scalar scalar) {
    return scalar.plain() ? ofPlain(scalar.value()) : TEXT;
  }

  /** What a text without quotes is. */
  static ScalarType ofPlain(String text) {
    if (text.isEmpty() || text.equals("~")) {
      return NULL;
    }
    if (text.length() <= LONGEST_WORD) {
      if (NOTHING.contains(text)) {
        return NULL;
      }
      if (TRUE.contains(text) || FALSE.contains(text)) {
        return BOOLEAN;
      }
    }
    char first = text.charAt(0);
    if (text.length() > LONGEST_NUMBER || (!Character.isDigit(first) && "+-.".indexOf(first) < 0)) {
      return TEXT;
    }
    // Go takes all underscores out, wherever they stand; those behind a dot must be between digits.
    String digits =
        first == '.' && !FRACTION.matcher(text).matches() ? text : text.replace("_", "");
    if (INTEGERS.matcher(digits).matches() && Numbers.isInteger(digits)) {
      return INTEGER;
    }
    boolean number = FLOATS.matcher(digits).matches() && Numbers.isFinite(digits);
    return number || NO_NUMBERS.matcher(text).matches() ? FLOAT : TEXT;
  }

  static boolean isTrue(String text) {
    return TRUE.contains(text);
  }

  /** A text that other readers of YAML 1.1 take for a number: {@code 12:30} is 750 there. */
  static boolean isSexagesimal(Node.Scalar scalar) {
    return scalar.plain()
        && scalar.value().length() <= LONGEST_NUMBER
        && scalar.value().indexOf(':') > 0
        && SEXAGESIMAL.matcher(scalar.value()).matches();
  }

  private static Set<String> forms(String... words) {
    Set<String> forms = new HashSet<>();
    for (String word : words) {
      forms.add(word);
      forms.add(word.toUpperCase(Locale.ROOT));
      forms.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return forms;
  }
}
