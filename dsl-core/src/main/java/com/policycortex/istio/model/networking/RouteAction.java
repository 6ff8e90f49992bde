package com.policycortex.istio.model.networking;

/** What a route does. */
public enum RouteAction {
  /** Anything. */
  ANY,

  /** It forwards. */
  ROUTE,

  /** It redirects. */
  REDIRECT,

  /** It answers. */
  DIRECT_RESPONSE
}
