package com.policycortex.istio.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The values of numbers as YAML 1.1 writes them. */
final class Numbers {

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final int MOST_BITS = 64;
  private static final int EXACT_DIGITS = 15;

  private Numbers() {}

  /** The value as Go holds it; empty for infinities and for what is no number. */
  static Optional<BigDecimal> value(Node.Scalar scalar) {
    return switch (ScalarType.of(scalar)) {
      case INTEGER -> Optional.of(new BigDecimal(integer(plain(scalar))));
      case FLOAT -> decimal(plain(scalar));
      default -> Optional.empty();
    };
  }

  private static String plain(Node.Scalar scalar) {
    return scalar.value().replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Whether Go holds the number as an integer, signed or not; a larger one it takes for a float.
   */
  static boolean isInteger(String digits) {
    BigInteger value = integer(digits.toLowerCase(Locale.ROOT));
    return "+-".indexOf(digits.charAt(0)) >= 0
        ? value.compareTo(LEAST) >= 0 && value.bitLength() < MOST_BITS
        : value.bitLength() <= MOST_BITS;
  }

  /** Whether Go holds the number as a float; a larger one it takes for a text. */
  static boolean isFinite(String digits) {
    return !Double.isInfinite(Double.parseDouble(digits));
  }

  /** Whether readers of YAML 1.2 take it for another number or for a text. */
  static boolean isAmbiguous(String number) {
    if (number.indexOf('_') >= 0) {
      return true;
    }
    char first = number.charAt(0);
    int at = first == '-' || first == '+' ? 1 : 0;
    if (number.length() < at + 2 || number.charAt(at) != '0') {
      return false;
    }
    char next = number.charAt(at + 1);
    return (next >= '0' && next <= '9') || "bBoO".indexOf(next) >= 0;
  }

  private static BigInteger integer(String text) {
    boolean negative = text.startsWith("-");
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    BigInteger value;
    if (digits.startsWith("0b")) {
      value = new BigInteger(digits.substring(2), 2);
    } else if (digits.startsWith("0x")) {
      value = new BigInteger(digits.substring(2), 16);
    } else if (digits.startsWith("0o")) {
      value = new BigInteger(digits.substring(2), 8);
    } else if (digits.length() > 1 && digits.startsWith("0")) {
      value = new BigInteger(digits.substring(1), 8);
    } else {
      value = new BigInteger(digits);
    }
    return negative ? value.negate() : value;
  }

  private static Optional<BigDecimal> decimal(String text) {
    if (text.contains("inf") || text.contains("nan")) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    if (value == 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    BigDecimal written = new BigDecimal(text);
    // Go holds a float, which may be another number than a longer text.
    return Optional.of(
        written.precision() <= EXACT_DIGITS ? written : new BigDecimal(Double.toString(value)));
  }
}
