package com.policycortex.istio.model.mesh;

/** How a proxy shows istiod who it is. */
public enum AuthenticationPolicy {
  /** Not at all. */
  NONE,

  /** By mutual TLS. */
  MUTUAL_TLS,

  /** Not for use here: istiod refuses it. */
  INHERIT
}
