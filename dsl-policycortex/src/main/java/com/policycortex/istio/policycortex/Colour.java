package com.policycortex.istio.policycortex;

import java.util.Locale;

/** One of the two groups of frontend's pods. */
public enum Colour {
  /** Pods with the label {@code version=blue}. */
  BLUE,

  /** Pods with the label {@code version=green}. */
  GREEN;

  /** {@code blue} or {@code green}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
