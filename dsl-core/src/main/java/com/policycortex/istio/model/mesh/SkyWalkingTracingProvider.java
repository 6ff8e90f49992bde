package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces for Apache SkyWalking.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-SkyWalkingTracingProvider">SkyWalkingTracingProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class SkyWalkingTracingProvider extends Message {

  SkyWalkingTracingProvider() {}

  /** The service at this host and port. */
  public static SkyWalkingTracingProvider skyWalkingTracingProvider(String service, long port) {
    return ImmutableSkyWalkingTracingProvider.builder().service(service).port(port).build();
  }

  /**
   * The receiver, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract SkyWalkingTracingProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract SkyWalkingTracingProvider port(long port);

  /** The token that the receiver asks for. */
  public abstract Optional<String> accessToken();

  /** A copy with this {@link #accessToken()}. */
  public abstract SkyWalkingTracingProvider accessToken(String accessToken);

  static SkyWalkingTracingProvider read(FieldReader in) {
    return ImmutableSkyWalkingTracingProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .accessToken(in.string("accessToken"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.string("accessToken", accessToken());
  }
}
