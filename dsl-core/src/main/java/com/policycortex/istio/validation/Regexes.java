package com.policycortex.istio.validation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions as Istio takes them: RE2 as Go has it, not Java's dialect. RE2/J judges;
 * where it is older than Go's RE2, the expression is put in other words first.
 */
final class Regexes {

  private static final int LIMIT = 1024;

  private Regexes() {}

  /** Null for a good expression, else what is wrong with it. */
  static @Nullable String problem(String regex) {
    int bytes = Text.utf8Length(regex);
    if (bytes > LIMIT) {
      return "The regular expression has " + bytes + " bytes; Istio takes at most " + LIMIT;
    }
    if (regex.indexOf('{') < 0 && regex.indexOf('\\') < 0) {
      String problem = compile(regex);
      return problem == null || compile(RegexDialect.of(regex).inWordsOfRe2j()) == null
          ? null
          : notOfRe2(regex, problem);
    }
    RegexDialect dialect = RegexDialect.of(regex);
    if (dialect.repeatsTooOften()) {
      return Text.quote(regex) + " repeats something more than 1000 times";
    }
    String problem = compile(dialect.inWordsOfRe2j());
    if (problem != null) {
      return notOfRe2(regex, problem);
    }
    if (dialect.hasUnknownEscape()) {
      return Text.quote(regex) + " has an escape that RE2 does not know";
    }
    return null;
  }

  private static String notOfRe2(String regex, String problem) {
    return Text.quote(regex) + " is not a regular expression of RE2: " + problem;
  }

  private static @Nullable String compile(String regex) {
    try {
      Pattern.compile(regex);
      return null;
    } catch (PatternSyntaxException e) {
      return e.getDescription();
    }
  }
}
