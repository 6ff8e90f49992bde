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
 * Traces by Zipkin's API.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-ZipkinTracingProvider">ZipkinTracingProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ZipkinTracingProvider extends Message {

  ZipkinTracingProvider() {}

  /** The collector at this host and port. */
  public static ZipkinTracingProvider zipkinTracingProvider(String service, long port) {
    return ImmutableZipkinTracingProvider.builder().service(service).port(port).build();
  }

  /** The host, {@code NAMESPACE/HOST} allowed. */
  public abstract String service();

  /** A copy with this {@link #service()}. */
  public abstract ZipkinTracingProvider service(String service);

  /** 1 to 65535; usually 9411. */
  public abstract long port();

  /** A copy with this {@link #port()}. */
  public abstract ZipkinTracingProvider port(long port);

  /** The longest tag. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract ZipkinTracingProvider maxTagLength(long maxTagLength);

  /** Whether trace ids have 64 bits only. Default false. */
  public abstract Optional<Boolean> enable64bitTraceId();

  /** A copy with this {@link #enable64bitTraceId()}. */
  public abstract ZipkinTracingProvider enable64bitTraceId(boolean enable64bitTraceId);

  /** Default {@code /api/v2/spans}. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract ZipkinTracingProvider path(String path);

  /** All other fields. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract ZipkinTracingProvider more(Map<String, ? extends JsonValue> more);

  static ZipkinTracingProvider read(FieldReader in) {
    return ImmutableZipkinTracingProvider.builder()
        .origin(in.origin())
        .service(in.requiredString("service"))
        .port(in.requiredUint32("port"))
        .maxTagLength(in.uint32("maxTagLength"))
        .enable64bitTraceId(in.bool("enable64bitTraceId"))
        .path(in.string("path"))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.int64("maxTagLength", maxTagLength());
    out.bool("enable64bitTraceId", enable64bitTraceId());
    out.string("path", path());
    new TreeMap<>(more()).forEach(out::json);
  }
}
