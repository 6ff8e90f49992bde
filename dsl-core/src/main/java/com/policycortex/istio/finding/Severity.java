package com.policycortex.istio.finding;

import java.util.Locale;

/** How much a {@link Finding} weighs. */
public enum Severity {
  /** The manifest would be refused, or what it says cannot be done; it cannot be rendered. */
  ERROR,
  /** Accepted, but Istio warns of it or it does not do what it seems to say. */
  WARNING,
  /** Worth knowing; nothing has to change. */
  INFO;

  /** Whether this weighs as much as the other, or more. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /** The lower-case word that reports and the JSON output use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
