package com.policycortex.istio.model.mesh;

/** Who sees a ServiceEntry. */
public enum Visibility {
  /** As {@link #PUBLIC}. */
  VISIBILITY_UNSPECIFIED,

  /** Nobody. */
  NONE,

  /** Its own namespace. */
  NAMESPACE,

  /** Everybody whom its istiod serves. */
  PUBLIC
}
