package com.policycortex.istio.model.mesh;

/** Where a sidecar sends traffic for its application. */
public enum InboundTrafficPolicyMode {
  /** To the address of the pod, as without a mesh. */
  PASSTHROUGH,

  /** To 127.0.0.1. */
  LOCALHOST
}
