package com.policycortex.istio.model.mesh;

/** What a proxy does with the header {@code x-forwarded-client-cert}. */
public enum ForwardClientCertDetails {
  /** Not set. */
  UNDEFINED,

  /** Takes it away. */
  SANITIZE,

  /** Passes it on, over mutual TLS only. */
  FORWARD_ONLY,

  /** Adds the client's certificate, over mutual TLS only. A sidecar's default. */
  APPEND_FORWARD,

  /** Replaces it by the client's certificate, over mutual TLS only. A gateway's default. */
  SANITIZE_SET,

  /** Passes it on, always. */
  ALWAYS_FORWARD_ONLY
}
