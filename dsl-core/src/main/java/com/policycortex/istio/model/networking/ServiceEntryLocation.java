package com.policycortex.istio.model.networking;

/** Whether a service is part of the mesh. */
public enum ServiceEntryLocation {
  /** It is not; mutual TLS and its policies do not apply. */
  MESH_EXTERNAL,

  /** It is. */
  MESH_INTERNAL
}
