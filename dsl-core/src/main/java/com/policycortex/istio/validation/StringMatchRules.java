package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Matches of a text: prefix and regex must say something, a regex must be one of RE2. */
final class StringMatchRules {

  private StringMatchRules() {}

  /** Null for a good match, else what is wrong with it. */
  static @Nullable String problem(StringMatch match) {
    if (match instanceof StringMatch.Prefix prefix && prefix.value().isEmpty()) {
      return "The prefix is empty";
    }
    return problemWithRegex(match);
  }

  /** Only a regex can be wrong. */
  static @Nullable String problemWithRegex(StringMatch match) {
    if (!(match instanceof StringMatch.Regex regex)) {
      return null;
    }
    return regex.value().isEmpty()
        ? "The regular expression is empty"
        : Regexes.problem(regex.value());
  }

  static <T> Rule<T> of(String id, String field, Function<? super T, Optional<StringMatch>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        "Write a prefix that is not empty, or an RE2 expression of at most 1024 bytes",
        (value, report) -> {
          Optional<StringMatch> match = get.apply(value);
          if (match.isPresent()) {
            String problem = problem(match.get());
            if (problem != null) {
              report.add(field, problem);
            }
          }
        });
  }

  static <T> Rule<T> ofEach(
      String id, String field, Function<? super T, Map<String, StringMatch>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        "Write a prefix that is not empty, or an RE2 expression of at most 1024 bytes",
        (value, report) -> {
          Map<String, StringMatch> matches = get.apply(value);
          if (!matches.isEmpty()) {
            matches.forEach(
                (key, match) -> {
                  String problem = problem(match);
                  if (problem != null) {
                    report.add(field + "[" + key + "]", problem);
                  }
                });
          }
        });
  }
}
