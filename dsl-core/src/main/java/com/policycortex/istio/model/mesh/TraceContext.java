package com.policycortex.istio.model.mesh;

/** Which headers carry an OpenCensus trace. */
public enum TraceContext {
  /** None; not to be used. */
  UNSPECIFIED,

  /** {@code traceparent}. */
  W3C_TRACE_CONTEXT,

  /** {@code grpc-trace-bin}. */
  GRPC_BIN,

  /** {@code X-Cloud-Trace-Context}. */
  CLOUD_TRACE_CONTEXT,

  /** {@code X-B3-TraceId} and its companions. */
  B3
}
