package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.CorsPolicy;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.wire.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may call from a browser. */
final class CorsRules {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*");

  static final RuleSet<CorsPolicy> RULES =
      RuleSet.of(CorsPolicy.class)
          .error(
              "VS-CORS-ORIGIN",
              Gate.ISTIOD,
              "Write exact, prefix or regex with a text",
              (cors, report) -> {
                for (int i = 0; i < cors.allowOrigins().size(); i++) {
                  if (isEmpty(cors.allowOrigins().get(i))) {
                    report.add("allowOrigins[" + i + "]", "The origin is empty");
                  }
                }
              })
          .error(
              "VS-CORS-ORIGIN-REGEX",
              Gate.ISTIOD,
              "Write an RE2 expression of at most 1024 bytes",
              (cors, report) -> {
                for (int i = 0; i < cors.allowOrigins().size(); i++) {
                  StringMatch origin = cors.allowOrigins().get(i);
                  String problem =
                      isEmpty(origin) ? null : StringMatchRules.problemWithRegex(origin);
                  if (problem != null) {
                    report.add("allowOrigins[" + i + "].regex", problem);
                  }
                }
              })
          .error(
              "VS-CORS-METHOD",
              Gate.ISTIOD,
              "Write an HTTP method in upper case, or '*'",
              (cors, report) -> {
                for (int i = 0; i < cors.allowMethods().size(); i++) {
                  if (!METHODS.contains(cors.allowMethods().get(i))) {
                    report.add(
                        "allowMethods[" + i + "]",
                        Text.quote(cors.allowMethods().get(i)) + " is not an HTTP method");
                  }
                }
              })
          .error(
              "VS-CORS-HEADER",
              Gate.ISTIOD,
              "Write the name of a header, or '*'",
              (cors, report) -> {
                names("allowHeaders", cors.allowHeaders(), report);
                names("exposeHeaders", cors.exposeHeaders(), report);
              })
          .rules(
              DurationRules.atLeastOneMillisecond("VS-CORS-MAXAGE", "maxAge", CorsPolicy::maxAge))
          .error(
              "VS-CORS-MAXAGE-SECONDS",
              Gate.ISTIOD,
              "Round it to whole seconds",
              (cors, report) -> {
                Optional<Duration> maxAge = cors.maxAge();
                if (maxAge.isPresent()
                    && maxAge.get().toMillisPart() != 0
                    && DurationRules.isWholeMilliseconds(maxAge.get())) {
                  report.add("maxAge", Durations.format(maxAge.get()) + " is not whole seconds");
                }
              })
          .build();

  private CorsRules() {}

  private static boolean isEmpty(StringMatch origin) {
    if (origin instanceof StringMatch.Exact exact) {
      return exact.value().isEmpty();
    }
    if (origin instanceof StringMatch.Prefix prefix) {
      return prefix.value().isEmpty();
    }
    return !(origin instanceof StringMatch.Regex regex) || regex.value().isEmpty();
  }

  private static void names(String field, List<String> names, Report report) {
    for (int i = 0; i < names.size(); i++) {
      if (!HeaderNames.isCors(names.get(i))) {
        report.add(
            field + "[" + i + "]", Text.quote(names.get(i)) + " is not the name of a header");
      }
    }
  }
}
