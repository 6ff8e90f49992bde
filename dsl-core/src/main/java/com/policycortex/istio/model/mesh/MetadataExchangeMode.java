package com.policycortex.istio.model.mesh;

/** Who gets Istio's headers about the peer. */
public enum MetadataExchangeMode {
  /** Everybody. */
  UNDEFINED,

  /** Services of the mesh only. */
  IN_MESH
}
