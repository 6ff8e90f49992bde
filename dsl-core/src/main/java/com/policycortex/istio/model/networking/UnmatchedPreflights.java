package com.policycortex.istio.model.networking;

/** What happens to a preflight request from an origin that is not allowed. */
public enum UnmatchedPreflights {
  /** As {@link #FORWARD}. */
  UNSPECIFIED,

  /** It is forwarded. */
  FORWARD,

  /** It is answered without CORS headers. */
  IGNORE
}
