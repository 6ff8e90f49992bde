package com.policycortex.istio.yaml;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Names of fields as the API server and kubectl read them: JSON's names are texts, so they write a
 * truth value or a number that stands for a name as a text of their own.
 */
final class Names {

  private static final int FLOAT_DIGITS = 6;
  private static final int LEAST_FLOAT_EXPONENT = -4;

  private Names() {}

  /** The name as it is read; empty where it is refused or its form is not ours to foresee. */
  static Optional<String> read(Node.Scalar name) {
    return switch (ScalarType.of(name)) {
      case TEXT -> Optional.of(name.value());
      case NULL -> Optional.empty();
      case BOOLEAN -> Optional.of(String.valueOf(ScalarType.isTrue(name.value())));
      case INTEGER -> Numbers.value(name).filter(Names::isLong).map(BigDecimal::toPlainString);
      case FLOAT -> Numbers.value(name).flatMap(Names::shortest);
    };
  }

  private static boolean isLong(BigDecimal value) {
    return value.toBigInteger().bitLength() < Long.SIZE;
  }

  // Go writes it as the shortest text of a float of 32 bits, which six digits always survive, with
  // an exponent beyond these.
  private static Optional<String> shortest(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    boolean plain = exponent >= LEAST_FLOAT_EXPONENT && exponent < FLOAT_DIGITS;
    return stripped.precision() <= FLOAT_DIGITS && (stripped.signum() == 0 || plain)
        ? Optional.of(stripped.toPlainString())
        : Optional.empty();
  }
}
