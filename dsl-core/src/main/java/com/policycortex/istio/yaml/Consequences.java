package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;

/** What becomes of a field that nobody knows, by whom it is read. */
final class Consequences {

  private Consequences() {}

  static String ofUnknownField(ResourceId resource, String path) {
    boolean operator = resource.kind().equals("IstioOperator");
    if (resource.kind().equals("ConfigMap") || (operator && path.startsWith("spec.meshConfig."))) {
      return path.startsWith("metadata.") || !path.contains(".")
          ? ofApiServer()
          : "istiod leaves it out, and only its log says so";
    }
    return operator ? "istioctl refuses the manifest" : ofApiServer();
  }

  private static String ofApiServer() {
    return "the API server refuses the manifest, and kubectl without validation drops the field";
  }
}
