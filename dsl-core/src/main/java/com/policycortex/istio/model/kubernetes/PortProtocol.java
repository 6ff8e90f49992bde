package com.policycortex.istio.model.kubernetes;

/** A transport protocol. */
public enum PortProtocol {
  /** TCP. */
  TCP,

  /** UDP. */
  UDP,

  /** SCTP. */
  SCTP
}
