package com.policycortex.istio.analysis.check;

import java.util.Locale;

/** How sure a check is. */
public enum Confidence {
  /** The manifests alone prove it. */
  CERTAIN,
  /** Likely; there are meshes in which it is meant so. */
  HEURISTIC,
  /** Nothing is broken; it goes against a rule of good conduct. */
  POLICY;

  /** The lower-case word that reports use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
