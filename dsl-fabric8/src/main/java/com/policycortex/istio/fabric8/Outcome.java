package com.policycortex.istio.fabric8;

import java.util.Locale;

/** What became of a manifest, or would become of it. */
public enum Outcome {
  /** It was not there. */
  CREATED,
  /** It was there with another content. */
  CHANGED,
  /** It was there with this content. */
  UNCHANGED,
  /** The cluster did not take it; the findings say why. */
  REFUSED,
  /** It was not sent: one before it was refused, or it is not for a cluster. */
  NOT_SENT;

  /** The words that reports use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
