package com.policycortex.istio.wire;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;

/** Quotes every text that some YAML reader in use would not give back as the same text. */
final class CautiousQuoting extends StringQuotingChecker {

  private static final long serialVersionUID = 1L;

  // YAML 1.1's booleans and null beside YAML 1.2's, in any case.
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "nan", "inf");

  @Override
  public boolean needToQuoteName(String name) {
    return mustQuote(name);
  }

  @Override
  public boolean needToQuoteValue(String value) {
    return mustQuote(value);
  }

  static boolean mustQuote(String text) {
    if (text.isEmpty() || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return true;
    }
    char first = text.charAt(0);
    // Numbers of either YAML, dates, sexagesimals: none is worth the risk of writing bare.
    if (first >= '0' && first <= '9' || "+-.=<&*!|>'\"%@`#,[]{}?:~ ".indexOf(first) >= 0) {
      return !isPlainVersionOrDuration(text) ;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return c != '\n';
      }
      boolean end = i == text.length() - 1;
      if (c == ':' && (end || text.charAt(i + 1) == ' ')
          || c == '#' && text.charAt(i - 1) == ' '
          || c == ' ' && end
          || "[]{},\"'`".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  // 30s, 250ms, 100m, 128Mi: a digit run and then a unit that no reader takes for a number.
  private static boolean isPlainVersionOrDuration(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) >= '0' && text.charAt(i) <= '9' || text.charAt(i) == '.')) {
      i++;
    }
    if (i == 0 || i == text.length()) {
      return false;
    }
    String unit = text.substring(i);
    return switch (unit) {
      case "ns", "us", "ms", "s", "m", "h", "Ki", "Mi", "Gi", "k" -> true;
      default -> false;
    };
  }
}
