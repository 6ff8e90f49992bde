package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pods, namespaces or addresses.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">NetworkPolicyPeer</a>
 */
@IstioStyle
@Value.Immutable
public abstract class NetworkPolicyPeer extends Message {

  NetworkPolicyPeer() {}

  /** A value that sets nothing yet. */
  public static NetworkPolicyPeer networkPolicyPeer() {
    return ImmutableNetworkPolicyPeer.builder().build();
  }

  /** Pods, of the own namespace or of those selected. */
  public abstract Optional<LabelSelector> podSelector();

  /** A copy with this {@link #podSelector()}. */
  public abstract NetworkPolicyPeer podSelector(LabelSelector podSelector);

  /** Namespaces. */
  public abstract Optional<LabelSelector> namespaceSelector();

  /** A copy with this {@link #namespaceSelector()}. */
  public abstract NetworkPolicyPeer namespaceSelector(LabelSelector namespaceSelector);

  /** Addresses; excludes the others. */
  public abstract Optional<IpBlock> ipBlock();

  /** A copy with this {@link #ipBlock()}. */
  public abstract NetworkPolicyPeer ipBlock(IpBlock ipBlock);

  static NetworkPolicyPeer read(FieldReader in) {
    return ImmutableNetworkPolicyPeer.builder()
        .origin(in.origin())
        .podSelector(in.message("podSelector", LabelSelector::read))
        .namespaceSelector(in.message("namespaceSelector", LabelSelector::read))
        .ipBlock(in.message("ipBlock", IpBlock::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("podSelector", podSelector());
    out.message("namespaceSelector", namespaceSelector());
    out.message("ipBlock", ipBlock());
  }
}
