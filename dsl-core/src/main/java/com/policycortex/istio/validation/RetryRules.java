package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpRetry;
import java.util.List;

/** Retries. */
final class RetryRules {

  private static final List<String> CONDITIONS =
      List.of(
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
      int to = comma < 0 ? retryOn.length() : comma;
      if (!isCondition(retryOn, from, to) && !isStatus(retryOn, from, to)) {
        String condition = retryOn.substring(from, to);
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

  private static boolean isCondition(String text, int from, int to) {
    for (int i = 0; i < CONDITIONS.size(); i++) {
      String condition = CONDITIONS.get(i);
      if (condition.length() == to - from && text.startsWith(condition, from)) {
        return true;
      }
    }
    return false;
  }

  // A number as Go reads it, of a status that Go's HTTP library knows.
  private static boolean isStatus(String text, int from, int to) {
    int first = from < to && text.charAt(from) == '+' ? from + 1 : from;
    while (first < to - 1 && text.charAt(first) == '0') {
      first++;
    }
    if (to - first != 3) {
      return false;
    }
    int status = 0;
    for (int i = first; i < to; i++) {
      if (!Text.isDigit(text.charAt(i))) {
        return false;
      }
      status = 10 * status + text.charAt(i) - '0';
    }
    return isKnownStatus(status);
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
