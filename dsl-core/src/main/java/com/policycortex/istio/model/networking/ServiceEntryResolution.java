package com.policycortex.istio.model.networking;

/** How the addresses of a service are found. */
public enum ServiceEntryResolution {
  /** The caller's address is taken. */
  NONE,

  /** From the endpoints. */
  STATIC,

  /** By asking DNS all along. */
  DNS,

  /** By asking DNS, one address at a time. */
  DNS_ROUND_ROBIN,

  /** By asking DNS for the host that the request names. */
  DYNAMIC_DNS
}
