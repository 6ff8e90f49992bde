package com.policycortex.istio.model.networking;

/** TLS towards a destination. */
public enum ClientTlsMode {
  /** Plain text. */
  DISABLE,

  /** TLS; the server is verified. */
  SIMPLE,

  /** TLS with a client certificate of one's own. */
  MUTUAL,

  /** TLS with the mesh's certificates. */
  ISTIO_MUTUAL
}
