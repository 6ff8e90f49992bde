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

  private static final int PLAIN_DIGITS = 18;

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

  /** True of a text without quotes that says nothing. */
  static boolean isNull(Node.Scalar scalar) {
    String text = scalar.value();
    return scalar.plain() && text.length() <= LONGEST_WORD && ofPlain(text) == NULL;
  }

  /** What a text without quotes is. */
  static ScalarType ofPlain(String text) {
    if (text.isEmpty() || text.equals("~")) {
      return NULL;
    }
    char first = text.charAt(0);
    if (text.length() <= LONGEST_WORD && "nNtTyYoOfF".indexOf(first) >= 0) {
      if (NOTHING.contains(text)) {
        return NULL;
      }
      if (TRUE.contains(text) || FALSE.contains(text)) {
        return BOOLEAN;
      }
    }
    if (isPlainNumber(text, first)) {
      return INTEGER;
    }
    if (endsNoNumber(text.charAt(text.length() - 1))
        || text.length() > LONGEST_NUMBER
        || (!Character.isDigit(first) && "+-.".indexOf(first) < 0)) {
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

  // Nearly all numbers: a port, a weight. Their digits fit a long, and mean the same to everybody.
  private static boolean isPlainNumber(String text, char first) {
    if (first < '1' || first > '9' || text.length() > PLAIN_DIGITS) {
      return first == '0' && text.length() == 1;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /** True of most whole numbers: they mean the same to everybody, and fit a long. */
  static boolean isPlainNumber(Node.Scalar scalar) {
    String text = scalar.value();
    return scalar.plain() && !text.isEmpty() && isPlainNumber(text, text.charAt(0));
  }

  // Such as the unit of a duration. A number ends with a digit, also of base 16, or a dot, or as
  // "inf" or "nan" does; an underscore may follow.
  private static boolean endsNoNumber(char last) {
    return (last > 'f' && last <= 'z' && last != 'n') || (last > 'F' && last <= 'Z' && last != 'N');
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
