package com.policycortex.istio.model.mesh;

/** How paths are normalized. */
public enum NormalizationType {
  /** As {@link #BASE}. */
  DEFAULT,

  /** Not at all. */
  NONE,

  /** As RFC 3986 says; backslashes become slashes. */
  BASE,

  /** And slashes in a row become one. */
  MERGE_SLASHES,

  /** And encoded slashes are decoded before. */
  DECODE_AND_MERGE_SLASHES
}
