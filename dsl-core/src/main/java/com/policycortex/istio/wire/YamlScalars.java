package com.policycortex.istio.wire;

import java.util.Locale;
import java.util.Set;

/** Texts as YAML: bare, in quotes, or as a block; so that every reader in use gives them back. */
final class YamlScalars {

  // YAML 1.1's booleans and null beside YAML 1.2's, in any case.
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "nan", "inf");

  private static final Set<String> UNITS =
      Set.of("ns", "us", "ms", "s", "m", "h", "Ki", "Mi", "Gi", "k");
  private static final String FIRST = "+-.=<&*!|>'\"%@`#,[]{}?:~ ";
  private static final String ANYWHERE = "[]{},\"'`";

  private static final int LONGEST_WORD = 5;

  private YamlScalars() {}

  static boolean mustQuote(String text) {
    if (text.isEmpty()
        || (text.length() <= LONGEST_WORD && WORDS.contains(text.toLowerCase(Locale.ROOT)))) {
      return true;
    }
    char first = text.charAt(0);
    // Numbers of either YAML, dates, sexagesimals: none is worth the risk of writing bare.
    if (isDigit(first)) {
      return !isQuantity(text);
    }
    if (FIRST.indexOf(first) >= 0) {
      return true;
    }
    return text.chars().anyMatch(c -> c < ' ' || c >= 0x7f || ANYWHERE.indexOf(c) >= 0)
        || text.contains(": ")
        || text.contains(" #")
        || text.endsWith(":")
        || text.endsWith(" ");
  }

  // 30s, 250ms, 100m, 128Mi: digits and then a unit that no reader takes for a number.
  private static boolean isQuantity(String text) {
    int unit = 0;
    while (unit < text.length() && (isDigit(text.charAt(unit)) || text.charAt(unit) == '.')) {
      unit++;
    }
    return UNITS.contains(text.substring(unit));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * A text of several lines as a literal block, behind the blank after its name.
   *
   * @return false, with nothing written, if the text is none that a block can hold as it is
   */
  static boolean block(String text, int indentation, StringBuilder out) {
    if (text.indexOf('\n') < 0 || !fitsBlock(text)) {
      return false;
    }
    int end = text.length();
    int breaks = 0;
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
      breaks++;
    }
    out.append(breaks == 0 ? "|-" : breaks == 1 ? "|" : "|+").append('\n');
    String margin = " ".repeat(indentation);
    int begin = 0;
    while (begin < text.length()) {
      int line = text.indexOf('\n', begin);
      int stop = line < 0 ? text.length() : line;
      if (stop > begin) {
        out.append(margin).append(text, begin, stop);
      }
      out.append('\n');
      begin = stop + 1;
    }
    return true;
  }

  // Blanks at the beginning would be taken for indentation, blanks before a break are lost by some.
  private static boolean fitsBlock(String text) {
    char first = text.charAt(0);
    if (first == ' ' || first == '\t' || first == '\n' || text.endsWith(" ")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean printable = c == '\n' || c == '\t' || (c >= ' ' && c < 0x7f) || isPlainUnicode(c);
      boolean blankBeforeBreak =
          c == '\n' && i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t');
      if (!printable || blankBeforeBreak) {
        return false;
      }
    }
    return true;
  }

  /** A text in double quotes, with escapes. */
  static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int begin = i;
      while (c >= ' ' && c < 0x7f && c != '"' && c != '\\' && ++i < text.length()) {
        c = text.charAt(i);
      }
      out.append(text, begin, i);
      if (i == text.length()) {
        break;
      }
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else if ((c >= ' ' && c < 0x7f) || isPlainUnicode(c)) {
            out.append(c);
          } else {
            out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          }
        }
      }
    }
    out.append('"');
  }

  // Printable in YAML 1.1, and no line break of Unicode's own, no byte order mark.
  private static boolean isPlainUnicode(char c) {
    return (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029)
        || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff);
  }
}
