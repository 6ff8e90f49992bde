package com.policycortex.istio.model.mesh;

/** What happens to traffic for hosts that the registry does not know. */
public enum MeshOutboundTrafficPolicyMode {
  /** It is refused. No firewall: who wants to gets around a sidecar. */
  REGISTRY_ONLY,

  /** It is passed through, with fewer metrics. */
  ALLOW_ANY,

  /** It is passed on to the address that the proxy finds for the host; not in a Sidecar. */
  ALLOW_ANY_DYNAMIC_DNS
}
