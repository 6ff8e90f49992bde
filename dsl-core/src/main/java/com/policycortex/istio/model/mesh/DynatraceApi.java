package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where Dynatrace's sampling is asked for.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-OpenTelemetryTracingProvider-DynatraceSampler-DynatraceApi">DynatraceApi</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DynatraceApi extends Message {

  DynatraceApi() {}

  /** The service at this host and port. */
  public static DynatraceApi dynatraceApi(String service, long port) {
    return ImmutableDynatraceApi.builder().service(service).port(port).build();
  }

  /**
   * Dynatrace, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry. Required
   * by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract DynatraceApi service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract DynatraceApi port(long port);

  /** The path. Required by Istio. */
  public abstract Optional<HttpService> http();

  /** A copy with this {@link #http()}. */
  public abstract DynatraceApi http(HttpService http);

  static DynatraceApi read(FieldReader in) {
    return ImmutableDynatraceApi.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .http(in.message("http", HttpService::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.message("http", http());
  }
}
