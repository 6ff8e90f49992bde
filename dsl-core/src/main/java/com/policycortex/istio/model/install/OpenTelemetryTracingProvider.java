package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** The collector at this host and port. */
  public static OpenTelemetryTracingProvider openTelemetryTracingProvider(
      String service, long port) {
    return ImmutableOpenTelemetryTracingProvider.builder().service(service).port(port).build();
  }

  /** The host, {@code NAMESPACE/HOST} allowed. */
  public abstract String service();

  /** A copy with this {@link #service()}. */
  public abstract OpenTelemetryTracingProvider service(String service);

  /** 1 to 65535; OTLP over gRPC is at 4317. */
  public abstract long port();

  /** A copy with this {@link #port()}. */
  public abstract OpenTelemetryTracingProvider port(long port);

  /** The longest tag. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract OpenTelemetryTracingProvider maxTagLength(long maxTagLength);

  /** All other fields. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract OpenTelemetryTracingProvider more(Map<String, ? extends JsonValue> more);

  static OpenTelemetryTracingProvider read(FieldReader in) {
    return ImmutableOpenTelemetryTracingProvider.builder()
        .origin(in.origin())
        .service(in.requiredString("service"))
        .port(in.requiredUint32("port"))
        .maxTagLength(in.uint32("maxTagLength"))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.int64("maxTagLength", maxTagLength());
    new TreeMap<>(more()).forEach(out::json);
  }
}
