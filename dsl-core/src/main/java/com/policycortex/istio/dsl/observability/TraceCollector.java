package com.policycortex.istio.dsl.observability;

import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.OpenTelemetryTracingProvider;
import com.policycortex.istio.model.mesh.ZipkinTracingProvider;
import com.policycortex.istio.model.telemetry.ProviderRef;
import com.policycortex.istio.model.telemetry.Tracing;

/**
 * Where proxies send spans, for example Jaeger. Its two halves belong together: the provider in
 * MeshConfig, and the Telemetry that names it.
 *
 * @param provider the provider, for MeshConfig's {@code extensionProviders}
 */
public record TraceCollector(ExtensionProvider provider) {

  /** A collector that takes OTLP over gRPC, usually at port 4317. */
  public static TraceCollector openTelemetry(String name, String host, int port) {
    return new TraceCollector(
        ExtensionProvider.extensionProvider(name)
            .opentelemetry(OpenTelemetryTracingProvider.openTelemetryTracingProvider(host, port)));
  }

  /** A collector that takes Zipkin's JSON, usually at port 9411. */
  public static TraceCollector zipkin(String name, String host, int port) {
    return new TraceCollector(
        ExtensionProvider.extensionProvider(name)
            .zipkin(ZipkinTracingProvider.zipkinTracingProvider(host, port)));
  }

  /**
   * Traces for this collector, for a Telemetry.
   *
   * @param percent the share of the requests that is traced, 0.0 to 100.0
   */
  public Tracing sampling(double percent) {
    return Tracing.tracing()
        .providers(ProviderRef.providerRef(provider.name()))
        .randomSamplingPercentage(percent);
  }
}
