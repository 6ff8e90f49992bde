package com.policycortex.istio.model.networking;

/** What happens to traffic for hosts that the registry does not know. */
public enum OutboundTrafficPolicyMode {
  /** It is refused. */
  REGISTRY_ONLY,

  /** It is passed through. */
  ALLOW_ANY
}
