package com.policycortex.istio.model.mesh;

/** Whether connections of HTTP/1.1 become HTTP/2 between proxies ({@code H2UpgradePolicy}). */
public enum MeshH2UpgradePolicy {
  /** They stay as they are. */
  DO_NOT_UPGRADE,

  /** They are upgraded; every server must have a sidecar. */
  UPGRADE
}
