package com.policycortex.istio.model.networking;

/** For which of a proxy's configurations a patch is. */
public enum PatchContext {
  /** All. */
  ANY,

  /** What comes to a sidecar's workload. */
  SIDECAR_INBOUND,

  /** What a sidecar's workload sends. */
  SIDECAR_OUTBOUND,

  /** A gateway. */
  GATEWAY,

  /** A waypoint. */
  WAYPOINT
}
