package com.policycortex.istio.model.kubernetes;

/** The direction of connections. */
public enum PolicyType {
  /** To the pods. */
  Ingress,

  /** From the pods. */
  Egress
}
