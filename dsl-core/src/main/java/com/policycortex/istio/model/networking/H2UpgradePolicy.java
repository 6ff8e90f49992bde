package com.policycortex.istio.model.networking;

/** Whether HTTP/1.1 is upgraded to HTTP/2. */
public enum H2UpgradePolicy {
  /** The mesh's setting. */
  DEFAULT,

  /** It is not. */
  DO_NOT_UPGRADE,

  /** It is. */
  UPGRADE
}
