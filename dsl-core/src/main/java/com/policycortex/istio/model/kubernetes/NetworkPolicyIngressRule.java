package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Who may connect, to which ports.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">NetworkPolicyIngressRule</a>
 */
@IstioStyle
@Value.Immutable
public abstract class NetworkPolicyIngressRule extends Message {

  NetworkPolicyIngressRule() {}

  /** A value that sets nothing yet. */
  public static NetworkPolicyIngressRule networkPolicyIngressRule() {
    return ImmutableNetworkPolicyIngressRule.builder().build();
  }

  /** Who. Default: everyone. */
  public abstract List<NetworkPolicyPeer> peers();

  /** A copy with this {@link #peers()}. */
  public abstract NetworkPolicyIngressRule peers(Iterable<? extends NetworkPolicyPeer> peers);

  /** A copy with these added to {@link #peers()}. */
  public final NetworkPolicyIngressRule peers(NetworkPolicyPeer first, NetworkPolicyPeer... more) {
    return peers(added(peers(), first, more));
  }

  /** Which ports. Default: all. */
  public abstract List<NetworkPolicyPort> ports();

  /** A copy with this {@link #ports()}. */
  public abstract NetworkPolicyIngressRule ports(Iterable<? extends NetworkPolicyPort> ports);

  /** A copy with these added to {@link #ports()}. */
  public final NetworkPolicyIngressRule ports(NetworkPolicyPort first, NetworkPolicyPort... more) {
    return ports(added(ports(), first, more));
  }

  static NetworkPolicyIngressRule read(FieldReader in) {
    return ImmutableNetworkPolicyIngressRule.builder()
        .origin(in.origin())
        .peers(in.messages("from", NetworkPolicyPeer::read))
        .ports(in.messages("ports", NetworkPolicyPort::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("from", peers());
    out.messages("ports", ports());
  }
}
