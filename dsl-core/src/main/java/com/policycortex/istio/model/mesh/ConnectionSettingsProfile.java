package com.policycortex.istio.model.mesh;

/** Which defaults hold for {@link ConnectionSettings}. */
public enum ConnectionSettingsProfile {
  /** Istio's, as ever. */
  SIDECAR,

  /** Those that Envoy recommends where it meets the internet. */
  EDGE
}
