package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A request of the kubelet to gRPC's health service.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">GRPCAction</a>
 */
@IstioStyle
@Value.Immutable
public abstract class GrpcAction extends Message {

  GrpcAction() {}

  /** A request to this port. */
  public static GrpcAction grpcAction(int port) {
    return ImmutableGrpcAction.builder().port(port).build();
  }

  /** 1 to 65535. */
  public abstract int port();

  /** A copy with this {@link #port()}. */
  public abstract GrpcAction port(int port);

  /** The service that is asked for. Default: the server as a whole. */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract GrpcAction service(String service);

  static GrpcAction read(FieldReader in) {
    return ImmutableGrpcAction.builder()
        .origin(in.origin())
        .port(in.requiredInt32("port"))
        .service(in.string("service"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("port", port());
    out.string("service", service());
  }
}
