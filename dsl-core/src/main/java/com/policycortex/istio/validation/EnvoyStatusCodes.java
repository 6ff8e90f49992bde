package com.policycortex.istio.validation;

import java.util.List;

/** The statuses that Envoy has a name for: its enumeration {@code StatusCode}, with 0 for none. */
final class EnvoyStatusCodes {

  private static final List<Range> RANGES =
      List.of(
          new Range(0, 0),
          new Range(100, 100),
          new Range(200, 208),
          new Range(226, 226),
          new Range(300, 305),
          new Range(307, 308),
          new Range(400, 417),
          new Range(421, 424),
          new Range(426, 426),
          new Range(428, 429),
          new Range(431, 431),
          new Range(500, 508),
          new Range(510, 511));

  private EnvoyStatusCodes() {}

  /** A code in decimal as Go reads it: a sign and leading zeros do not matter. */
  static boolean isCode(String text) {
    int from = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    String digits = text.substring(from);
    if (!Text.isDigits(digits)) {
      return false;
    }
    String number = digits.replaceFirst("^0+(?=.)", "");
    if (number.length() > 3) {
      return false;
    }
    int code = Integer.parseInt(number) * (text.startsWith("-") ? -1 : 1);
    return RANGES.stream().anyMatch(range -> range.from <= code && code <= range.to);
  }

  private record Range(int from, int to) {}
}
