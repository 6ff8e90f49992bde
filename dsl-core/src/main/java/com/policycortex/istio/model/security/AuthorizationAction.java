package com.policycortex.istio.model.security;

/** What a policy does with requests that match. */
public enum AuthorizationAction {
  /** Lets them in. */
  ALLOW,

  /** Refuses them. */
  DENY,

  /** Logs them. */
  AUDIT,

  /** Asks an external authorizer. */
  CUSTOM
}
