package com.policycortex.istio.mesh;

/** What manifests, and what is derived from them, are looked up by. */
enum Index {
  /** A manifest by kind, namespace and name. */
  IDENTITY,
  /** Manifests by kind. */
  KIND,
  /** Manifests by kind and namespace. */
  KIND_NAMESPACE,
  /** Manifests that have a selector, by kind, namespace and one pair of it. */
  SELECTOR,
  /** Services by host. */
  SERVICE_HOST,
  /** Services by each end of their host that begins at a dot. */
  SERVICE_SUFFIX,
  /** Services by wildcards whose asterisk is not a whole label. */
  SERVICE_ODD_WILDCARD,
  /** Kubernetes Services by namespace and one pair of their selector. */
  SERVICE_SELECTOR,
  /** Services by namespace. */
  SERVICE_NAMESPACE,
  /** Gateways by a port and a host of one of their servers. */
  GATEWAY_SERVER,
  /** Gateways by the credentials that they name. */
  GATEWAY_CREDENTIAL,
  /** VirtualServices by host. */
  ROUTED_HOST,
  /** VirtualServices by each end of their hosts that begins at a dot. */
  ROUTED_SUFFIX,
  /** VirtualServices by wildcards whose asterisk is not a whole label. */
  ROUTED_ODD_WILDCARD,
  /** VirtualServices by the gateways that they name. */
  BOUND_GATEWAY,
  /** VirtualServices by those to which they delegate. */
  DELEGATE,
  /** VirtualServices by the hosts to which they route. */
  DESTINATION,
  /** DestinationRules by host, and by namespace and host. */
  RULE_HOST,
  /** DestinationRules for wildcards, by namespace. */
  RULE_WILDCARD,
  /** DestinationRules by wildcards whose asterisk is not a whole label, by namespace. */
  RULE_ODD_WILDCARD,
  /** Workloads by namespace. */
  WORKLOAD_NAMESPACE,
  /** Workloads by a label, in one namespace or in all. */
  WORKLOAD_LABEL,
  /** Workloads by namespace and service account. */
  WORKLOAD_ACCOUNT,
  /** Documents of the Gateway API by what they refer to, see {@link GatewayApi}. */
  GATEWAY_API,
  /** What MeshConfig is made of. */
  SETTINGS
}
