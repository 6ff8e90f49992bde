package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;

/**
 * One demand on values of one type.
 *
 * @param id the stable name of the finding, starting with the kind's prefix
 * @param severity {@code ERROR} if a gate refuses, {@code WARNING} if it accepts and warns
 * @param gate who refuses or warns
 * @param hint what to do about it, starting with an imperative
 * @param check adds a finding for each violation
 */
record Rule<T>(String id, Severity severity, Gate gate, String hint, Check<? super T> check) {

  /** Looks at one value; stateless. */
  @FunctionalInterface
  interface Check<T> {
    void check(T value, Report report);
  }

  static <T> Rule<T> error(String id, Gate gate, String hint, Check<? super T> check) {
    return new Rule<>(id, Severity.ERROR, gate, hint, check);
  }

  static <T> Rule<T> warning(String id, Gate gate, String hint, Check<? super T> check) {
    return new Rule<>(id, Severity.WARNING, gate, hint, check);
  }

  /** The same rule where somebody else demands it. */
  Rule<T> by(Gate other) {
    return gate == other ? this : new Rule<>(id, severity, other, hint, check);
  }
}
