package com.policycortex.istio.model.kubernetes;

/** Which nodes' pods get traffic. */
public enum TrafficDistributionPolicy {
  /** All. */
  Cluster,

  /** Those of the node that took it. */
  Local
}
