package com.policycortex.istio.model.kubernetes;

/** How a service is reached. */
public enum ServiceType {
  /** By an address within the cluster. */
  ClusterIP,

  /** By a port of each node. */
  NodePort,

  /** By a load balancer. */
  LoadBalancer,

  /** By another DNS name. */
  ExternalName
}
