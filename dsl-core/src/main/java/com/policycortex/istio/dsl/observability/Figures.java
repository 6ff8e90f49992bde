package com.policycortex.istio.dsl.observability;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people and PromQL write them. */
final class Figures {

  private Figures() {}

  /** Without exponent, without trailing zeros, without the noise of binary fractions. */
  static String plain(double value) {
    return BigDecimal.valueOf(value)
        .round(new MathContext(12))
        .stripTrailingZeros()
        .toPlainString();
  }
}
