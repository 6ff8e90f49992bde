package com.policycortex.istio.model.mesh;

/** Which Ingresses of Kubernetes istiod carries out. */
public enum IngressControllerMode {
  /** As {@link #STRICT}. */
  UNSPECIFIED,

  /** None. */
  OFF,

  /** Those without a class, and those of {@code ingressClass}. */
  DEFAULT,

  /** Those of {@code ingressClass} only. */
  STRICT
}
