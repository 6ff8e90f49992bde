package com.policycortex.istio.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as Go reads them where a tag says that one stands there. */
final class Timestamps {

  private static final String TIME = "([01]?[0-9]|2[0-3]):[0-5]?[0-9]:[0-5]?[0-9]([.,][0-9]+)?";
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]"
              + TIME
              + "(?:Z|[-+][0-9]{2}:[0-9]{2})| "
              + TIME
              + ")?");

  private Timestamps() {}

  static boolean isTimestamp(String text) {
    Matcher parts = TIMESTAMP.matcher(text);
    return parts.matches() && isDate(parts);
  }

  private static boolean isDate(Matcher parts) {
    try {
      LocalDate unused =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
