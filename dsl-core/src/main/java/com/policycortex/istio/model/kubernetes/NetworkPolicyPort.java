package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port or a range of ports.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">NetworkPolicyPort</a>
 */
@IstioStyle
@Value.Immutable
public abstract class NetworkPolicyPort extends Message {

  NetworkPolicyPort() {}

  /** A value that sets nothing yet. */
  public static NetworkPolicyPort networkPolicyPort() {
    return ImmutableNetworkPolicyPort.builder().build();
  }

  /** Default {@link PortProtocol#TCP}. */
  public abstract Optional<PortProtocol> protocol();

  /** A copy with this {@link #protocol()}. */
  public abstract NetworkPolicyPort protocol(PortProtocol protocol);

  /** The port, by number or name. Default: all. */
  public abstract Optional<IntOrString> port();

  /** A copy with this {@link #port()}. */
  public abstract NetworkPolicyPort port(IntOrString port);

  /** The last port of a range. */
  public abstract Optional<Integer> endPort();

  /** A copy with this {@link #endPort()}. */
  public abstract NetworkPolicyPort endPort(int endPort);

  static NetworkPolicyPort read(FieldReader in) {
    return ImmutableNetworkPolicyPort.builder()
        .origin(in.origin())
        .protocol(in.enumeration("protocol", PortProtocol.class))
        .port(in.intOrString("port").map(IntOrString::of))
        .endPort(in.int32("endPort"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("protocol", protocol());
    out.json("port", port().map(IntOrString::json));
    out.int32("endPort", endPort());
  }
}
