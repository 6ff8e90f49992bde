package com.policycortex.istio.matching.text;

/** An answer that may be that nobody knows. */
public enum Verdict {
  /** Proved, or shown by an example. */
  YES,
  /** Refuted. */
  NO,
  /** Not decided: too large for the limits, or an expression that nobody here can read. */
  UNKNOWN;

  /** The verdict for a fact that is known. */
  public static Verdict of(boolean fact) {
    return fact ? YES : NO;
  }

  /** Whether both hold. */
  public Verdict and(Verdict other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  /** Whether one of the two holds. */
  public Verdict or(Verdict other) {
    return not().and(other.not()).not();
  }

  /** The opposite; what is unknown stays so. */
  public Verdict not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
