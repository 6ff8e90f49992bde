package com.policycortex.istio.model.mesh;

/** What a source of configuration gives ({@code Resource}). */
public enum ConfigResource {
  /** ServiceEntries that the platform makes. */
  SERVICE_REGISTRY
}
