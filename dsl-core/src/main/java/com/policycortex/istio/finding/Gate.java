package com.policycortex.istio.finding;

import java.util.Locale;

/** Who refuses, or warns of, what a {@link Finding} is about. */
public enum Gate {
  /** Kubernetes' API server, by the schema and CEL rules of Istio's CRDs or by its own rules. */
  API_SERVER("the API server refuses it", "the API server warns of it"),
  /** istiod's admission webhook. */
  ISTIOD("istiod refuses it", "istiod warns of it"),
  /** Both. */
  BOTH("the API server and istiod refuse it", "the API server and istiod warn of it"),
  /** Applying itself: two manifests that cannot both be there. */
  APPLY("one would replace the other", "one would replace the other");

  private final String refuses;
  private final String warns;

  Gate(String refuses, String warns) {
    this.refuses = refuses;
    this.warns = warns;
  }

  /** The lower-case word that reports use: {@code api-server}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the gate does, in words: it refuses, or it warns. */
  public String verdict(boolean refused) {
    return refused ? refuses : warns;
  }
}
