package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * A network of a mesh: within it, everybody reaches everybody.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Network">Network</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Network extends Message {

  Network() {}

  /** A value that sets nothing yet. */
  public static Network network() {
    return ImmutableNetwork.builder().build();
  }

  /** What belongs to it. */
  public abstract List<NetworkEndpoints> endpoints();

  /** A copy with this {@link #endpoints()}. */
  public abstract Network endpoints(Iterable<? extends NetworkEndpoints> endpoints);

  /** A copy with these added to {@link #endpoints()}. */
  public final Network endpoints(NetworkEndpoints first, NetworkEndpoints... more) {
    return endpoints(added(endpoints(), first, more));
  }

  /** How it is entered from others. */
  public abstract List<IstioNetworkGateway> gateways();

  /** A copy with this {@link #gateways()}. */
  public abstract Network gateways(Iterable<? extends IstioNetworkGateway> gateways);

  /** A copy with these added to {@link #gateways()}. */
  public final Network gateways(IstioNetworkGateway first, IstioNetworkGateway... more) {
    return gateways(added(gateways(), first, more));
  }

  static Network read(FieldReader in) {
    return ImmutableNetwork.builder()
        .origin(in.origin())
        .endpoints(in.messages("endpoints", NetworkEndpoints::read))
        .gateways(in.messages("gateways", IstioNetworkGateway::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("endpoints", endpoints());
    out.messages("gateways", gateways());
  }
}
