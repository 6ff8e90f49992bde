package com.policycortex.istio.model.mesh;

/** Where the attributes {@code service.name} and so on of a span come from. */
public enum ServiceAttributeEnrichment {
  /** As {@code tracingServiceName} says. */
  ISTIO_CANONICAL,

  /** As OpenTelemetry's conventions for Kubernetes say. */
  OTEL_SEMANTIC_CONVENTIONS
}
