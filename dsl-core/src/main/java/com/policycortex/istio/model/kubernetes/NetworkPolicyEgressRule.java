package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Where pods may connect to, on which ports.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">NetworkPolicyEgressRule</a>
 */
@IstioStyle
@Value.Immutable
public abstract class NetworkPolicyEgressRule extends Message {

  NetworkPolicyEgressRule() {}

  /** A value that sets nothing yet. */
  public static NetworkPolicyEgressRule networkPolicyEgressRule() {
    return ImmutableNetworkPolicyEgressRule.builder().build();
  }

  /** Where. Default: everywhere. */
  public abstract List<NetworkPolicyPeer> peers();

  /** A copy with this {@link #peers()}. */
  public abstract NetworkPolicyEgressRule peers(Iterable<? extends NetworkPolicyPeer> peers);

  /** A copy with these added to {@link #peers()}. */
  public final NetworkPolicyEgressRule peers(NetworkPolicyPeer first, NetworkPolicyPeer... more) {
    return peers(added(peers(), first, more));
  }

  /** Which ports. Default: all. */
  public abstract List<NetworkPolicyPort> ports();

  /** A copy with this {@link #ports()}. */
  public abstract NetworkPolicyEgressRule ports(Iterable<? extends NetworkPolicyPort> ports);

  /** A copy with these added to {@link #ports()}. */
  public final NetworkPolicyEgressRule ports(NetworkPolicyPort first, NetworkPolicyPort... more) {
    return ports(added(ports(), first, more));
  }

  static NetworkPolicyEgressRule read(FieldReader in) {
    return ImmutableNetworkPolicyEgressRule.builder()
        .origin(in.origin())
        .peers(in.messages("to", NetworkPolicyPeer::read))
        .ports(in.messages("ports", NetworkPolicyPort::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("to", peers());
    out.messages("ports", ports());
  }
}
