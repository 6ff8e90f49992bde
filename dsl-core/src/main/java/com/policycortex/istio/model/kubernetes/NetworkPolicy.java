package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Which connections pods may have. What no policy selects may have all; what one selects, only
 * those that some policy allows.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">NetworkPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class NetworkPolicy extends Manifest {

  /** The kind {@code networking.k8s.io/v1 NetworkPolicy}. */
  public static final Kind<NetworkPolicy> KIND =
      new Kind<>(
          "networking.k8s.io",
          List.of("v1"),
          "NetworkPolicy",
          "networkpolicies",
          true,
          NetworkPolicy::read);

  NetworkPolicy() {}

  /** A NetworkPolicy of this name for these pods. */
  public static NetworkPolicy networkPolicy(String name, LabelSelector podSelector) {
    return ImmutableNetworkPolicy.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .podSelector(podSelector)
        .build();
  }

  @Override
  public Kind<NetworkPolicy> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract NetworkPolicy metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final NetworkPolicy in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The pods; without labels all of the namespace. */
  public abstract LabelSelector podSelector();

  /** A copy with this {@link #podSelector()}. */
  public abstract NetworkPolicy podSelector(LabelSelector podSelector);

  /** The directions that this is about. Default: Ingress, and Egress if there are such rules. */
  public abstract List<PolicyType> policyTypes();

  /** A copy with this {@link #policyTypes()}. */
  public abstract NetworkPolicy policyTypes(Iterable<? extends PolicyType> policyTypes);

  /** A copy with these added to {@link #policyTypes()}. */
  public final NetworkPolicy policyTypes(PolicyType first, PolicyType... more) {
    return policyTypes(added(policyTypes(), first, more));
  }

  /** Who may connect to the pods. */
  public abstract List<NetworkPolicyIngressRule> ingress();

  /** A copy with this {@link #ingress()}. */
  public abstract NetworkPolicy ingress(Iterable<? extends NetworkPolicyIngressRule> ingress);

  /** A copy with these added to {@link #ingress()}. */
  public final NetworkPolicy ingress(
      NetworkPolicyIngressRule first, NetworkPolicyIngressRule... more) {
    return ingress(added(ingress(), first, more));
  }

  /** Where the pods may connect to. */
  public abstract List<NetworkPolicyEgressRule> egress();

  /** A copy with this {@link #egress()}. */
  public abstract NetworkPolicy egress(Iterable<? extends NetworkPolicyEgressRule> egress);

  /** A copy with these added to {@link #egress()}. */
  public final NetworkPolicy egress(
      NetworkPolicyEgressRule first, NetworkPolicyEgressRule... more) {
    return egress(added(egress(), first, more));
  }

  static NetworkPolicy read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static NetworkPolicy readSpec(FieldReader in, FieldReader spec) {
    return ImmutableNetworkPolicy.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .podSelector(spec.messageOrEmpty("podSelector", LabelSelector::read))
        .policyTypes(spec.enumerations("policyTypes", PolicyType.class))
        .ingress(spec.messages("ingress", NetworkPolicyIngressRule::read))
        .egress(spec.messages("egress", NetworkPolicyEgressRule::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("podSelector", podSelector());
    spec.enumerations("policyTypes", policyTypes());
    spec.messages("ingress", ingress());
    spec.messages("egress", egress());
  }
}
