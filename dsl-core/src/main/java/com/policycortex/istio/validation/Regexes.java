package com.policycortex.istio.validation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Regular expressions as Istio takes them: RE2, not Java's dialect. */
final class Regexes {

  private static final int LIMIT = 1024;

  private Regexes() {}

  /** Null for a good expression, else what is wrong with it. */
  static @Nullable String problem(String regex) {
    int bytes = Text.utf8Length(regex);
    if (bytes > LIMIT) {
      return "The regular expression has " + bytes + " bytes; Istio takes at most " + LIMIT;
    }
    try {
      Pattern.compile(regex);
      return null;
    } catch (PatternSyntaxException e) {
      return Text.quote(regex) + " is not a regular expression of RE2: " + e.getDescription();
    }
  }
}
