package com.policycortex.istio.mesh;

/** What stands between a workload and the network, as far as manifests tell. */
public enum Proxy {
  /** A sidecar. */
  SIDECAR,
  /** The workload is a gateway: the proxy is its only container. */
  GATEWAY,
  /** No sidecar; the node's proxy carries its connections (ambient mode). */
  AMBIENT,
  /** None: nothing of Istio applies. */
  NONE,
  /** The manifests do not tell: its Namespace is not among them, or it is a machine. */
  UNKNOWN;

  /** True if istiod configures a proxy for it: a sidecar or a gateway. */
  public boolean isEnvoy() {
    return this == SIDECAR || this == GATEWAY;
  }

  /** True unless it is certain that nothing of Istio applies. */
  public boolean mayBeInMesh() {
    return this != NONE;
  }
}
