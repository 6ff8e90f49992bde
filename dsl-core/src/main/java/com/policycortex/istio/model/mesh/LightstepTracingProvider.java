package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces for Lightstep; deprecated.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-LightstepTracingProvider">LightstepTracingProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LightstepTracingProvider extends Message {

  LightstepTracingProvider() {}

  /** The service at this host and port. */
  public static LightstepTracingProvider lightstepTracingProvider(String service, long port) {
    return ImmutableLightstepTracingProvider.builder().service(service).port(port).build();
  }

  /**
   * The collector, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract LightstepTracingProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract LightstepTracingProvider port(long port);

  /** The token that the collector asks for. */
  public abstract Optional<String> accessToken();

  /** A copy with this {@link #accessToken()}. */
  public abstract LightstepTracingProvider accessToken(String accessToken);

  /** The longest path in a span, in bytes. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract LightstepTracingProvider maxTagLength(long maxTagLength);

  static LightstepTracingProvider read(FieldReader in) {
    return ImmutableLightstepTracingProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .accessToken(in.string("accessToken"))
        .maxTagLength(in.uint32("maxTagLength"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.string("accessToken", accessToken());
    out.int64("maxTagLength", maxTagLength());
  }
}
