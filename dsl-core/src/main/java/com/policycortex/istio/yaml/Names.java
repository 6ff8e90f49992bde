package com.policycortex.istio.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of fields as the API server and kubectl read them: JSON's names are texts, so they write a
 * truth value or a number that stands for a name as a text of their own.
 */
final class Names {

  private static final int FLOAT_DIGITS = 6;
  private static final int LEAST_FLOAT_EXPONENT = -4;
  private static final int MOST_DIGITS = 9; // of a float of 32 bits
  private static final int TWO_DIGITS = 10;

  private Names() {}

  /** The name as it is read; empty where it is refused. */
  static Optional<String> read(Node.Scalar name) {
    return switch (ScalarType.of(name)) {
      case TEXT -> Optional.of(name.value());
      case NULL -> Optional.empty();
      case BOOLEAN -> Optional.of(String.valueOf(ScalarType.isTrue(name.value())));
      case INTEGER -> Numbers.value(name).filter(Names::isLong).map(BigDecimal::toPlainString);
      case FLOAT ->
          Optional.of(
              Numbers.value(name)
                  .map(value -> ofNumber(value, name.value().startsWith("-")))
                  .orElseGet(() -> notFinite(name)));
    };
  }

  private static boolean isLong(BigDecimal value) {
    return value.toBigInteger().bitLength() < Long.SIZE;
  }

  private static String notFinite(Node.Scalar name) {
    String text = name.value().toLowerCase(Locale.ROOT);
    return text.equals(".nan") ? text : text.startsWith("-") ? "-.inf" : ".inf";
  }

  // Go writes it as the shortest text of a float of 32 bits.
  private static String ofNumber(BigDecimal value, boolean negative) {
    float number = (float) value.doubleValue(); // Go rounds twice too
    if (Float.isInfinite(number)) {
      return negative ? "-.inf" : ".inf";
    }
    return number != 0 ? text(shortest(number)) : negative ? "-0" : "0";
  }

  private static BigDecimal shortest(float number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.floatValue() == number) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String text(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= LEAST_FLOAT_EXPONENT && exponent < FLOAT_DIGITS) {
      return value.toPlainString();
    }
    String mantissa = value.scaleByPowerOfTen(-exponent).toPlainString();
    int size = Math.abs(exponent);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < TWO_DIGITS ? "0" : "") + size;
  }
}
