package com.policycortex.istio.model.extensions;

/** Where among Istio's filters an extension stands. */
public enum ExecutionPhase {
  /** At the end. */
  UNSPECIFIED,

  /** Before authentication. */
  AUTHN,

  /** Before authorization. */
  AUTHZ,

  /** Before statistics. */
  STATS
}
