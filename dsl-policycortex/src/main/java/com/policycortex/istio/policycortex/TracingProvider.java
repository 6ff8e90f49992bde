package com.policycortex.istio.policycortex;

import java.util.Locale;

/** How the sidecars send spans to Jaeger. */
public enum TracingProvider {
  /** OTLP over gRPC, port 4317. */
  OPENTELEMETRY,

  /** Zipkin's JSON over HTTP, port 9411. */
  ZIPKIN;

  /** {@code opentelemetry} or {@code zipkin}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
