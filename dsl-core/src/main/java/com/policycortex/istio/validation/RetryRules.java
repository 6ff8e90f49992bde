package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpRetry;
import java.util.Set;

/** Retries. */
final class RetryRules {

  private static final Set<String> CONDITIONS =
      Set.of(
          "5xx",
          "gateway-error",
          "reset",
          "reset-before-request",
          "connect-failure",
          "retriable-4xx",
          "refused-stream",
          "retriable-status-codes",
          "retriable-headers",
          "envoy-ratelimited",
          "http3-post-connect-failure",
          "cancelled",
          "deadline-exceeded",
          "internal",
          "resource-exhausted",
          "unavailable");

  static final RuleSet<HttpRetry> RULES =
      RuleSet.of(HttpRetry.class)
          .rule(
              NumberRules.notNegative(
                  "VS-RETRY-NEGATIVE", Gate.ISTIOD, "attempts", HttpRetry::attempts))
          .error(
              "VS-RETRY-DISABLED",
              Gate.ISTIOD,
              "Write attempts of 1 or more, or leave the other fields out",
              (retry, report) -> {
                if (retry.attempts().orElse(0) == 0
                    && (retry.perTryTimeout().isPresent()
                        || Text.isSet(retry.retryOn())
                        || retry.retryRemoteLocalities().isPresent())) {
                  report.add("attempts", "Without attempts there are no retries to configure");
                }
              })
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "VS-RETRY-PERTRY", "perTryTimeout", HttpRetry::perTryTimeout))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "VS-RETRY-BACKOFF", "backoff", HttpRetry::backoff))
          .error(
              "VS-RETRY-ON",
              Gate.ISTIOD,
              "Write Envoy's conditions or status codes, separated by commas without blanks",
              RetryRules::conditions)
          .build();

  private RetryRules() {}

  private static void conditions(HttpRetry retry, Report report) {
    String retryOn = retry.retryOn().orElse("");
    if (retryOn.isEmpty()) {
      return;
    }
    int from = 0;
    while (true) {
      int comma = retryOn.indexOf(',', from);
      String condition = retryOn.substring(from, comma < 0 ? retryOn.length() : comma);
      if (!CONDITIONS.contains(condition) && !isStatus(condition)) {
        report.add(
            "retryOn",
            Text.quote(condition)
                + (CONDITIONS.contains(condition.strip())
                    ? " has blanks around it"
                    : " is neither a condition nor a status code"));
      }
      if (comma < 0) {
        return;
      }
      from = comma + 1;
    }
  }

  // A number as Go reads it, of a status that Go's HTTP library knows.
  private static boolean isStatus(String text) {
    int from = text.startsWith("+") ? 1 : 0;
    while (from < text.length() - 1 && text.charAt(from) == '0') {
      from++;
    }
    String digits = text.substring(from);
    return digits.length() == 3 && Text.isDigits(digits) && isKnownStatus(Integer.parseInt(digits));
  }

  private static boolean isKnownStatus(int status) {
    return (status >= 100 && status <= 103)
        || (status >= 200 && status <= 208)
        || status == 226
        || (status >= 300 && status <= 305)
        || status == 307
        || status == 308
        || (status >= 400 && status <= 418)
        || (status >= 421 && status <= 426)
        || status == 428
        || status == 429
        || status == 431
        || status == 451
        || (status >= 500 && status <= 508)
        || status == 510
        || status == 511;
  }
}
