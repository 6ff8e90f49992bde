package com.policycortex.istio.model.mesh;

/** Which headers carry a Zipkin trace. */
public enum TraceContextOption {
  /** B3 only. */
  USE_B3,

  /** B3 and {@code traceparent}: written both, read in this order. */
  USE_B3_WITH_W3C_PROPAGATION
}
