package com.policycortex.istio.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The values of numbers as YAML 1.1 writes them. */
final class Numbers {

  private static final int LARGEST_EXPONENT = 400;

  private Numbers() {}

  /** The exact value; empty for infinities, what is no number, and absurd exponents. */
  static Optional<BigDecimal> value(Node.Scalar scalar) {
    String text = scalar.value().replace("_", "").toLowerCase(Locale.ROOT);
    try {
      return switch (ScalarType.of(scalar)) {
        case INTEGER -> Optional.of(new BigDecimal(integer(text)));
        case FLOAT -> decimal(text);
        default -> Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
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
    BigDecimal value = new BigDecimal(text);
    boolean absurd = Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT;
    return absurd ? Optional.empty() : Optional.of(value);
  }
}
