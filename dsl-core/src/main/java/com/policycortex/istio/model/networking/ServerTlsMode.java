package com.policycortex.istio.model.networking;

/** How a gateway ends TLS. */
public enum ServerTlsMode {
  /** Not at all: it routes by the server name. */
  PASSTHROUGH,

  /** With its own certificate. */
  SIMPLE,

  /** With its own certificate, and one that the client must have. */
  MUTUAL,

  /** Not at all: the server name says the service. */
  AUTO_PASSTHROUGH,

  /** With the certificates of the mesh on both sides. */
  ISTIO_MUTUAL,

  /** With its own certificate, and one that the client may have. */
  OPTIONAL_MUTUAL
}
