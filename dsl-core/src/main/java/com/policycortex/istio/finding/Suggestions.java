package com.policycortex.istio.finding;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody meant, by names that nobody asks about again; else {@link NearNames}. */
public final class Suggestions {

  private Suggestions() {}

  /** The {@linkplain NearNames#nearest nearest} of some names. */
  public static Optional<String> nearest(String written, Collection<String> names) {
    return NearNames.of(names).nearest(written);
  }

  /** The name that this one {@linkplain NearNames#slip can only mean}. */
  public static Optional<String> slip(String written, Collection<String> names) {
    return NearNames.of(names).slip(written);
  }
}
