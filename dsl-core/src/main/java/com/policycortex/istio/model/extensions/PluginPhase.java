package com.policycortex.istio.model.extensions;

/** Where among Istio's filters a plugin stands. */
public enum PluginPhase {
  /** At the end. */
  UNSPECIFIED_PHASE,

  /** Before authentication. */
  AUTHN,

  /** Before authorization. */
  AUTHZ,

  /** Before statistics. */
  STATS
}
