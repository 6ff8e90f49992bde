package com.policycortex.istio.model.mesh;

/** How traffic for the application comes to its sidecar. */
public enum InboundInterceptionMode {
  /** By iptables {@code REDIRECT}; the application sees the sidecar's address. */
  REDIRECT,

  /** By iptables {@code TPROXY}; the application sees the client's address. */
  TPROXY,

  /** Not at all. */
  NONE
}
