package com.policycortex.istio.mesh;

/** What must be among the manifests for a question to have an answer. */
public enum Need {
  /** Services or ServiceEntries. */
  SERVICES("Services", "no Service or ServiceEntry is among the manifests"),
  /** Deployments, Pods, or other workloads. */
  WORKLOADS("workloads", "no workload (Deployment, StatefulSet, Pod, …) is among the manifests"),
  /** Namespaces. */
  NAMESPACES("Namespaces", "no Namespace is among the manifests"),
  /** Secrets. */
  SECRETS("Secrets", "no Secret is among the manifests"),
  /** ServiceAccounts. */
  SERVICE_ACCOUNTS("ServiceAccounts", "no ServiceAccount is among the manifests"),
  /** MeshConfig: the ConfigMap {@code istio} or an IstioOperator. */
  MESH_CONFIG(
      "MeshConfig",
      "no MeshConfig (the ConfigMap istio, or an IstioOperator) is among the manifests"),
  /** NetworkPolicies. */
  NETWORK_POLICIES("NetworkPolicies", "no NetworkPolicy is among the manifests"),
  /** Gateways of Istio. */
  GATEWAYS("Gateways", "no Gateway is among the manifests"),
  /** The webhooks by which pods are injected. */
  WEBHOOKS("webhooks", "no MutatingWebhookConfiguration is among the manifests"),
  /** Gateways of the Gateway API. */
  API_GATEWAYS(
      "Gateways of the Gateway API", "no Gateway of the Gateway API is among the manifests"),
  /** GatewayClasses. */
  GATEWAY_CLASSES("GatewayClasses", "no GatewayClass is among the manifests");

  private final String things;
  private final String absence;

  Need(String things, String absence) {
    this.things = things;
    this.absence = absence;
  }

  /** What is needed, in one or two words: {@code Namespaces}. */
  public String things() {
    return things;
  }

  /** What to say where it is missing. */
  public String absence() {
    return absence;
  }
}
