package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.wire.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What durations must be: at least a millisecond, in whole milliseconds. */
final class DurationRules {

  private static final Duration MINIMUM = Duration.ofMillis(1);
  private static final Duration MAXIMUM = Duration.ofNanos(Long.MAX_VALUE);
  private static final Duration LEAST = Duration.ofNanos(Long.MIN_VALUE);

  private DurationRules() {}

  /**
   * At least 1 ms (both gates) and whole milliseconds (istiod).
   *
   * @param id the id of the first; the second has {@code -PRECISION} behind it
   */
  static <T> List<Rule<T>> atLeastOneMillisecond(
      String id, String field, Function<? super T, Optional<Duration>> get) {
    // What is too short is too short; that it is no whole number either is no further news.
    return List.of(
        minimum(id, Gate.BOTH, field, get),
        precision(id + "-PRECISION", field, value -> get.apply(value).filter(d -> !isOutside(d))));
  }

  /** At least 1 ms. */
  static <T> Rule<T> minimum(
      String id, Gate gate, String field, Function<? super T, Optional<Duration>> get) {
    return Rule.error(
        id,
        gate,
        "Write at least 1ms, or leave the field out",
        (value, report) -> {
          Optional<Duration> duration = get.apply(value);
          if (duration.isPresent() && isOutside(duration.get())) {
            report.add(
                field,
                "A duration here is at least 1ms and at most some 292 years, not "
                    + Durations.format(duration.get()));
          }
        });
  }

  /** Whole milliseconds. */
  static <T> Rule<T> precision(
      String id, String field, Function<? super T, Optional<Duration>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        "Round it to whole milliseconds",
        (value, report) -> {
          Optional<Duration> duration = get.apply(value);
          if (duration.isPresent() && !isWholeMilliseconds(duration.get())) {
            report.add(
                field, Durations.format(duration.get()) + " is not a whole number of milliseconds");
          }
        });
  }

  static boolean isWholeMilliseconds(Duration duration) {
    return duration.toNanosPart() % 1_000_000 == 0;
  }

  static boolean isOutside(Duration duration) {
    return duration.compareTo(MINIMUM) < 0 || isTooLong(duration);
  }

  /** Beyond what Go can hold: it is refused before any rule is asked. */
  static boolean isTooLong(Duration duration) {
    return duration.compareTo(MAXIMUM) > 0 || duration.compareTo(LEAST) < 0;
  }

  /** A duration that Go can hold; for fields without another rule. */
  static <T> Rule<T> readable(
      String id, String field, Function<? super T, Optional<Duration>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        "Write at most 292 years",
        (value, report) -> {
          Optional<Duration> duration = get.apply(value);
          if (duration.isPresent() && isTooLong(duration.get())) {
            report.add(field, "The duration is longer than Go can hold");
          }
        });
  }
}
