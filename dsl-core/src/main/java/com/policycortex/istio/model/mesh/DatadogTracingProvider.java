package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces for Datadog.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-DatadogTracingProvider">DatadogTracingProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DatadogTracingProvider extends Message {

  DatadogTracingProvider() {}

  /** The service at this host and port. */
  public static DatadogTracingProvider datadogTracingProvider(String service, long port) {
    return ImmutableDatadogTracingProvider.builder().service(service).port(port).build();
  }

  /**
   * The agent, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry. Required
   * by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract DatadogTracingProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract DatadogTracingProvider port(long port);

  /** The longest path in a span, in bytes. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract DatadogTracingProvider maxTagLength(long maxTagLength);

  static DatadogTracingProvider read(FieldReader in) {
    return ImmutableDatadogTracingProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .maxTagLength(in.uint32("maxTagLength"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.int64("maxTagLength", maxTagLength());
  }
}
