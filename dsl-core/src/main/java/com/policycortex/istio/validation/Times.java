package com.policycortex.istio.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Go reads RFC 3339: an hour of one digit passes, a fraction may follow a comma. */
final class Times {

  private static final Pattern RFC3339 =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})([.,][0-9]+)?"
              + "(?:Z|[-+]([0-9]{2}):([0-9]{2}))");

  private Times() {}

  static boolean isRfc3339(String text) {
    Matcher parts = RFC3339.matcher(text);
    if (text.length() > 64 || !parts.matches()) {
      return false;
    }
    return isDate(number(parts, 1), number(parts, 2), number(parts, 3))
        && number(parts, 4) <= 23
        && number(parts, 5) <= 59
        && number(parts, 6) <= 59
        && (parts.group(8) == null || (number(parts, 8) <= 24 && number(parts, 9) <= 60));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      LocalDate unused = LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
