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

  private static final Set<String> UNITS =
      Set.of("ns", "us", "ms", "s", "m", "h", "Ki", "Mi", "Gi", "k");
  private static final String FIRST = "+-.=<&*!|>'\"%@`#,[]{}?:~ ";
  private static final String ANYWHERE = "[]{},\"'`";

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
}
