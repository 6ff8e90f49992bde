package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a network is entered.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Network-IstioNetworkGateway">IstioNetworkGateway</a>
 */
@IstioStyle
@Value.Immutable
public abstract class IstioNetworkGateway extends Message {

  IstioNetworkGateway() {}

  /** A value that sets nothing yet. */
  public static IstioNetworkGateway istioNetworkGateway() {
    return ImmutableIstioNetworkGateway.builder().build();
  }

  /** The gateway. */
  public abstract Optional<NetworkGatewayAddress> gateway();

  /** A copy with this {@link #gateway()}. */
  public abstract IstioNetworkGateway gateway(NetworkGatewayAddress gateway);

  /** 1 to 65535; usually 15443. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract IstioNetworkGateway port(long port);

  /** Where it stands. */
  public abstract Optional<String> locality();

  /** A copy with this {@link #locality()}. */
  public abstract IstioNetworkGateway locality(String locality);

  static IstioNetworkGateway read(FieldReader in) {
    return ImmutableIstioNetworkGateway.builder()
        .origin(in.origin())
        .gateway(NetworkGatewayAddress.read(in))
        .port(in.uint32("port"))
        .locality(in.string("locality"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(gateway());
    out.int64("port", port());
    out.string("locality", locality());
  }
}
