package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces by OTLP.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-OpenTelemetryTracingProvider">OpenTelemetryTracingProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OpenTelemetryTracingProvider extends Message {

  OpenTelemetryTracingProvider() {}

  /** The service at this host and port. */
  public static OpenTelemetryTracingProvider openTelemetryTracingProvider(
      String service, long port) {
    return ImmutableOpenTelemetryTracingProvider.builder().service(service).port(port).build();
  }

  /**
   * The collector, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract OpenTelemetryTracingProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract OpenTelemetryTracingProvider port(long port);

  /** The longest path in a span, in bytes. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract OpenTelemetryTracingProvider maxTagLength(long maxTagLength);

  /** Export by HTTP; not with {@link #grpc()}. Default: gRPC. */
  public abstract Optional<HttpService> http();

  /** A copy with this {@link #http()}. */
  public abstract OpenTelemetryTracingProvider http(HttpService http);

  /** Export by gRPC; not with {@link #http()}. */
  public abstract Optional<GrpcService> grpc();

  /** A copy with this {@link #grpc()}. */
  public abstract OpenTelemetryTracingProvider grpc(GrpcService grpc);

  /** Where resource attributes come from. */
  public abstract Optional<ResourceDetectors> resourceDetectors();

  /** A copy with this {@link #resourceDetectors()}. */
  public abstract OpenTelemetryTracingProvider resourceDetectors(
      ResourceDetectors resourceDetectors);

  /** Default {@link ServiceAttributeEnrichment#ISTIO_CANONICAL}. */
  public abstract Optional<ServiceAttributeEnrichment> serviceAttributeEnrichment();

  /** A copy with this {@link #serviceAttributeEnrichment()}. */
  public abstract OpenTelemetryTracingProvider serviceAttributeEnrichment(
      ServiceAttributeEnrichment serviceAttributeEnrichment);

  /** Which requests are traced, by Dynatrace. Default: Telemetry's share. */
  public abstract Optional<DynatraceSampler> dynatraceSampler();

  /** A copy with this {@link #dynatraceSampler()}. */
  public abstract OpenTelemetryTracingProvider dynatraceSampler(DynatraceSampler dynatraceSampler);

  static OpenTelemetryTracingProvider read(FieldReader in) {
    return ImmutableOpenTelemetryTracingProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .maxTagLength(in.uint32("maxTagLength"))
        .http(in.message("http", HttpService::read))
        .grpc(in.message("grpc", GrpcService::read))
        .resourceDetectors(in.message("resourceDetectors", ResourceDetectors::read))
        .serviceAttributeEnrichment(
            in.enumeration("serviceAttributeEnrichment", ServiceAttributeEnrichment.class))
        .dynatraceSampler(in.message("dynatraceSampler", DynatraceSampler::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.int64("maxTagLength", maxTagLength());
    out.message("http", http());
    out.message("grpc", grpc());
    out.message("resourceDetectors", resourceDetectors());
    out.enumeration("serviceAttributeEnrichment", serviceAttributeEnrichment());
    out.message("dynatraceSampler", dynatraceSampler());
  }
}
