package com.policycortex.istio.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * Durations as Istio writes and reads them: Go's {@code time.ParseDuration}, for example {@code
 * 30s}, {@code 0.5s}, {@code 100ms} or {@code 1h30m}.
 */
public final class Durations {

  private static final int FEW_DIGITS = 6;
  private static final int MOST_DIGITS = 19;
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);

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
    Optional<Duration> usual = usual(text);
    return usual.isPresent() ? usual : parseAny(text);
  }

  // One whole number that fits with every unit, and a unit: nearly all durations.
  private static Optional<Duration> usual(String text) {
    int end = behindDigits(text, 0);
    if (end == 0 || end > FEW_DIGITS || end == text.length() || text.length() - end > 2) {
      return Optional.empty();
    }
    long size = unit(text.substring(end));
    return size == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(size * Integer.parseInt(text, 0, end, 10)));
  }

  private static Optional<Duration> parseAny(String text) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    if (text.length() - at == 1 && text.charAt(at) == '0') {
      return Optional.of(Duration.ZERO);
    }
    if (at == text.length()) {
      return Optional.empty();
    }
    BigInteger nanos = BigInteger.ZERO;
    while (at < text.length()) {
      int digits = at;
      at = behindDigits(text, at);
      BigInteger whole = whole(text, digits, at);
      boolean hasWhole = at > digits;
      int fraction = at + 1;
      if (at < text.length() && text.charAt(at) == '.') {
        at = behindDigits(text, fraction);
      }
      boolean hasFraction = at > fraction;
      int unit = at;
      while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
        at++;
      }
      long size = unit(text.substring(unit, at));
      if (!(hasWhole || hasFraction) || size == 0) {
        return Optional.empty();
      }
      BigInteger part = whole.multiply(BigInteger.valueOf(size));
      if (hasFraction) {
        part = part.add(BigInteger.valueOf(fraction(text, fraction, unit, size)));
      }
      nanos = nanos.add(part);
      if (nanos.compareTo(LIMIT) > 0) {
        return Optional.empty();
      }
    }
    if (!negative && nanos.equals(LIMIT)) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((negative ? nanos.negate() : nanos).longValue()));
  }

  private static int behindDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  // A number that is too long to be held is too large anyway, unless it begins with zeros.
  private static BigInteger whole(String text, int from, int to) {
    int first = from;
    while (first < to && text.charAt(first) == '0') {
      first++;
    }
    if (first == to) {
      return BigInteger.ZERO;
    }
    return to - first > MOST_DIGITS ? LIMIT.add(LIMIT) : new BigInteger(text.substring(first, to));
  }

  // In floating point, as Go computes it; digits beyond what a long holds do not count.
  private static long fraction(String text, int from, int to, long unit) {
    long value = 0;
    double scale = 1;
    for (int i = from; i < to; i++) {
      if (value > (Long.MAX_VALUE - 9) / 10) {
        break;
      }
      value = value * 10 + (text.charAt(i) - '0');
      scale *= 10;
    }
    return (long) (value * (unit / scale));
  }

  // In nanoseconds; 0 for what is no unit.
  private static long unit(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "µs", "μs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }
}
