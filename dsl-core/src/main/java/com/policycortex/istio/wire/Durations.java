package com.policycortex.istio.wire;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Istio writes and reads them: Go's {@code time.ParseDuration}, for example {@code
 * 30s}, {@code 0.5s}, {@code 100ms} or {@code 1h30m}.
 */
public final class Durations {

  private static final int MAXIMUM_LENGTH = 64;
  private static final Pattern PART =
      Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)");
  private static final BigDecimal LONG_LIMIT = BigDecimal.valueOf(Long.MAX_VALUE);

  private Durations() {}

  /**
   * The canonical text: whole milliseconds below a second as {@code 250ms}, everything else in
   * seconds, {@code 90s} or {@code 1.5s}.
   */
  public static String format(Duration duration) {
    long seconds = duration.getSeconds();
    long nanos = duration.getNano();
    if (nanos == 0) {
      return seconds + "s";
    }
    if (seconds == 0 && nanos % 1_000_000 == 0) {
      return nanos / 1_000_000 + "ms";
    }
    return seconds(duration);
  }

  /** The text in seconds, {@code 90s} or {@code 0.25s}: the only unit of protobuf's own JSON. */
  public static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
            .add(BigDecimal.valueOf(duration.getNano(), 9))
            .stripTrailingZeros()
            .toPlainString()
        + "s";
  }

  /**
   * Reads a duration.
   *
   * @return empty where Go's {@code time.ParseDuration} would refuse the text: no unit, an unknown
   *     unit, blanks, or more than about 292 years
   */
  public static Optional<Duration> parse(String text) {
    if (text.isEmpty() || text.length() > MAXIMUM_LENGTH) {
      return Optional.empty();
    }
    int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    String rest = text.substring(start);
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(rest);
    int end = 0;
    while (end < rest.length() && part.find(end) && part.start() == end) {
      nanos = nanos.add(new BigDecimal(normalized(part.group(1))).multiply(unit(part.group(2))));
      end = part.end();
    }
    if (end == 0 || end < rest.length() || nanos.compareTo(LONG_LIMIT) > 0) {
      return Optional.empty();
    }
    Duration duration = Duration.ofNanos(nanos.longValue());
    return Optional.of(text.charAt(0) == '-' ? duration.negated() : duration);
  }

  private static String normalized(String number) {
    return number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
  }

  private static BigDecimal unit(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ns" -> 1L;
          case "us", "µs", "μs" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> throw new AssertionError(unit);
        });
  }
}
