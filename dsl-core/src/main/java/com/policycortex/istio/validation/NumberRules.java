package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import java.util.Optional;
import java.util.function.Function;

/** Ranges of numbers. */
final class NumberRules {

  private static final long UINT32 = 0xFFFF_FFFFL;

  private NumberRules() {}

  static boolean isPort(long number) {
    return number >= 1 && number <= 65535;
  }

  /** What Go's unsigned 32-bit integers hold; refused before any other rule. */
  static <T> Rule<T> uint32(String id, String field, Function<? super T, Optional<Long>> get) {
    return Rule.error(
        id,
        Gate.BOTH,
        "Write a number from 0 to 4294967295",
        (value, report) -> {
          Optional<Long> number = get.apply(value);
          if (number.isPresent() && !isUint32(number.get())) {
            report.add(field, number.get() + " is outside 0 to 4294967295");
          }
        });
  }

  static boolean isUint32(long number) {
    return number >= 0 && number <= UINT32;
  }

  /** 0 or more. */
  static <T> Rule<T> notNegative(
      String id, Gate gate, String field, Function<? super T, Optional<Integer>> get) {
    return Rule.error(
        id,
        gate,
        "Write 0 or more, or leave the field out",
        (value, report) -> {
          Optional<Integer> number = get.apply(value);
          if (number.isPresent() && number.get() < 0) {
            report.add(field, number.get() + " is negative");
          }
        });
  }

  /** 0 to 100. */
  static <T> Rule<T> percent(
      String id, Gate gate, String field, Function<? super T, Optional<Integer>> get) {
    return Rule.error(
        id,
        gate,
        "Write a whole percentage from 0 to 100",
        (value, report) -> {
          Optional<Integer> number = get.apply(value);
          if (number.isPresent() && (number.get() < 0 || number.get() > 100)) {
            report.add(field, number.get() + " is outside 0 to 100 percent");
          }
        });
  }

  /** 0 to 100, any fraction. */
  static <T> Rule<T> fraction(
      String id, Gate gate, String field, Function<? super T, Optional<Double>> get) {
    return Rule.error(
        id,
        gate,
        "Write a percentage from 0 to 100",
        (value, report) -> {
          Optional<Double> number = get.apply(value);
          if (number.isPresent() && !(number.get() >= 0 && number.get() <= 100)) {
            report.add(field, number.get() + " is outside 0 to 100 percent");
          }
        });
  }

  /** 1 to 65535, if present. */
  static <T> Rule<T> port(
      String id, Gate gate, String field, Function<? super T, Optional<Long>> get) {
    return Rule.error(
        id,
        gate,
        "Write a port from 1 to 65535",
        (value, report) -> {
          Optional<Long> number = get.apply(value);
          if (number.isPresent() && !isPort(number.get())) {
            report.add(field, "Port " + number.get() + " is outside 1 to 65535");
          }
        });
  }

  /** 1 to 65535; 0 counts as absent. */
  static <T> Rule<T> portOrZero(
      String id, Gate gate, String field, Function<? super T, Optional<Long>> get) {
    return Rule.error(
        id,
        gate,
        "Write a port from 1 to 65535",
        (value, report) -> {
          Optional<Long> number = get.apply(value);
          if (number.isPresent() && number.get() != 0 && !isPort(number.get())) {
            report.add(field, "Port " + number.get() + " is outside 1 to 65535");
          }
        });
  }
}
