package com.policycortex.istio.model.networking;

/** A version of TLS. */
public enum TlsProtocolVersion {
  /** Envoy chooses. */
  TLS_AUTO,

  /** TLS 1.0. */
  TLSV1_0,

  /** TLS 1.1. */
  TLSV1_1,

  /** TLS 1.2. */
  TLSV1_2,

  /** TLS 1.3. */
  TLSV1_3
}
