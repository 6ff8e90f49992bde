package com.policycortex.istio.model.mesh;

/** From where a service is reached in a mesh of several clusters. */
public enum ServiceScope {
  /** From its own cluster. */
  LOCAL,

  /** From every cluster. */
  GLOBAL
}
