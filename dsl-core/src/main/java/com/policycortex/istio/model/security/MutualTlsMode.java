package com.policycortex.istio.model.security;

/** Whether mutual TLS is demanded. */
public enum MutualTlsMode {
  /** As the level above says. */
  UNSET,

  /** Plain text. */
  DISABLE,

  /** Both, for the time of a migration. */
  PERMISSIVE,

  /** Mutual TLS only. */
  STRICT
}
