package com.policycortex.istio.model.mesh;

/** The least version of TLS. */
public enum TlsProtocol {
  /** Istio chooses: 1.2. */
  TLS_AUTO,

  /** TLS 1.2. */
  TLSV1_2,

  /** TLS 1.3. */
  TLSV1_3
}
