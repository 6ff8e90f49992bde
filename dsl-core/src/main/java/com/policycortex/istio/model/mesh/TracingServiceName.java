package com.policycortex.istio.model.mesh;

/** How workloads are called in traces. */
public enum TracingServiceName {
  /** By the label {@code app} and the namespace. */
  APP_LABEL_AND_NAMESPACE,

  /** By the canonical name. */
  CANONICAL_NAME_ONLY,

  /** By the canonical name and the namespace. */
  CANONICAL_NAME_AND_NAMESPACE
}
