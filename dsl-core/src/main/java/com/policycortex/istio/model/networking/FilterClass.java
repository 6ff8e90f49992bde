package com.policycortex.istio.model.networking;

/** Where among Istio's filters a new one stands. */
public enum FilterClass {
  /** The operation says it. */
  UNSPECIFIED,

  /** Behind authentication. */
  AUTHN,

  /** Behind authorization. */
  AUTHZ,

  /** Before statistics. */
  STATS
}
