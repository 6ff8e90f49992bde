package com.policycortex.istio.dsl.ratelimit;

import java.util.Locale;

/** The time in which requests are counted. */
public enum RateLimitUnit {
  /** A second. */
  SECOND,

  /** A minute. */
  MINUTE,

  /** An hour. */
  HOUR,

  /** A day. */
  DAY;

  /** The word that the rate-limit service uses. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
