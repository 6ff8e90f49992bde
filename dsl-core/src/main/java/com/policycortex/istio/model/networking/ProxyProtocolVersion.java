package com.policycortex.istio.model.networking;

/** The PROXY protocol's version. */
public enum ProxyProtocolVersion {
  /** The text form. */
  V1,

  /** The binary form. */
  V2
}
