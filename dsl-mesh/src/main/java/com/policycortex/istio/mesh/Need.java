package com.policycortex.istio.mesh;

/** What must be among the manifests for a question to have an answer. */
public enum Need {
  /** Services or ServiceEntries. */
  SERVICES("no Service or ServiceEntry is among the manifests"),
  /** Deployments, Pods, or other workloads. */
  WORKLOADS("no workload (Deployment, StatefulSet, Pod, …) is among the manifests"),
  /** Namespaces. */
  NAMESPACES("no Namespace is among the manifests"),
  /** Secrets. */
  SECRETS("no Secret is among the manifests"),
  /** ServiceAccounts. */
  SERVICE_ACCOUNTS("no ServiceAccount is among the manifests"),
  /** MeshConfig: the ConfigMap {@code istio} or an IstioOperator. */
  MESH_CONFIG("no MeshConfig (the ConfigMap istio, or an IstioOperator) is among the manifests"),
  /** NetworkPolicies. */
  NETWORK_POLICIES("no NetworkPolicy is among the manifests"),
  /** Gateways of Istio. */
  GATEWAYS("no Gateway is among the manifests"),
  /** The webhooks by which pods are injected. */
  WEBHOOKS("no MutatingWebhookConfiguration is among the manifests"),
  /** Gateways of the Gateway API. */
  API_GATEWAYS("no Gateway of the Gateway API is among the manifests"),
  /** GatewayClasses. */
  GATEWAY_CLASSES("no GatewayClass is among the manifests");

  private final String absence;

  Need(String absence) {
    this.absence = absence;
  }

  /** What to say where it is missing. */
  public String absence() {
    return absence;
  }
}
