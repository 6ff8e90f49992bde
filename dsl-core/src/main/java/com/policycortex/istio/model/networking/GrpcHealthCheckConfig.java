package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A probe by gRPC's health service.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#GrpcHealthCheckConfig">GrpcHealthCheckConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class GrpcHealthCheckConfig extends Message {

  GrpcHealthCheckConfig() {}

  /** A value that sets nothing yet. */
  public static GrpcHealthCheckConfig grpcHealthCheckConfig() {
    return ImmutableGrpcHealthCheckConfig.builder().build();
  }

  /** 1 to 65535. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract GrpcHealthCheckConfig port(long port);

  /** The service that is asked about. */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract GrpcHealthCheckConfig service(String service);

  static GrpcHealthCheckConfig read(FieldReader in) {
    return ImmutableGrpcHealthCheckConfig.builder()
        .origin(in.origin())
        .port(in.uint32("port"))
        .service(in.string("service"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("port", port());
    out.string("service", service());
  }
}
