package com.policycortex.istio.model.networking;

/** Load balancing that needs no more settings. */
public enum SimpleLoadBalancer {
  /** Istio chooses: least request. */
  UNSPECIFIED,

  /** Former name of {@link #LEAST_REQUEST}. */
  LEAST_CONN,

  /** Any healthy endpoint. */
  RANDOM,

  /** The address that the client asked for. */
  PASSTHROUGH,

  /** One after the other. */
  ROUND_ROBIN,

  /** The one with fewer active requests of two at random. */
  LEAST_REQUEST
}
