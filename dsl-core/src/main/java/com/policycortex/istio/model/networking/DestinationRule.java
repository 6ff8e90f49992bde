package com.policycortex.istio.model.networking;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How traffic is carried to a host once it is routed there, and which subsets the host has.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule">DestinationRule</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DestinationRule extends Manifest {

  /** The kind {@code networking.istio.io/v1 DestinationRule}. */
  public static final Kind<DestinationRule> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1", "v1beta1", "v1alpha3"),
          "DestinationRule",
          "destinationrules",
          true,
          DestinationRule::read);

  DestinationRule() {}

  /** A DestinationRule of this name for a host, that sets nothing yet. */
  public static DestinationRule destinationRule(String name, String host) {
    return ImmutableDestinationRule.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .host(host)
        .build();
  }

  @Override
  public Kind<DestinationRule> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract DestinationRule metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final DestinationRule in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The service's name in the registry; a short name means the rule's own namespace. */
  public abstract String host();

  /** A copy with this {@link #host()}. */
  public abstract DestinationRule host(String host);

  /** For all subsets that do not say otherwise. */
  public abstract Optional<TrafficPolicy> trafficPolicy();

  /** A copy with this {@link #trafficPolicy()}. */
  public abstract DestinationRule trafficPolicy(TrafficPolicy trafficPolicy);

  /** A copy with this circuit breaker in its {@link #trafficPolicy()}. */
  public final DestinationRule outlierDetection(OutlierDetection outlierDetection) {
    return trafficPolicy(ownTrafficPolicy().outlierDetection(outlierDetection));
  }

  /** A copy with these limits in its {@link #trafficPolicy()}. */
  public final DestinationRule connectionPool(ConnectionPoolSettings connectionPool) {
    return trafficPolicy(ownTrafficPolicy().connectionPool(connectionPool));
  }

  /** A copy with this choice of endpoints in its {@link #trafficPolicy()}. */
  public final DestinationRule loadBalancer(LoadBalancerSettings loadBalancer) {
    return trafficPolicy(ownTrafficPolicy().loadBalancer(loadBalancer));
  }

  /** A copy with this TLS in its {@link #trafficPolicy()}. */
  public final DestinationRule tls(ClientTlsSettings tls) {
    return trafficPolicy(ownTrafficPolicy().tls(tls));
  }

  private TrafficPolicy ownTrafficPolicy() {
    return trafficPolicy().orElseGet(TrafficPolicy::trafficPolicy);
  }

  /** Named groups of the endpoints. */
  public abstract List<Subset> subsets();

  /** A copy with this {@link #subsets()}. */
  public abstract DestinationRule subsets(Iterable<? extends Subset> subsets);

  /** A copy with these added to {@link #subsets()}. */
  public final DestinationRule subsets(Subset first, Subset... more) {
    return subsets(added(subsets(), first, more));
  }

  /** The namespaces that see this: {@code .} for the own, {@code *} for all. Default: all. */
  public abstract List<String> exportTo();

  /** A copy with this {@link #exportTo()}. */
  public abstract DestinationRule exportTo(Iterable<String> exportTo);

  /** A copy with these added to {@link #exportTo()}. */
  public final DestinationRule exportTo(String first, String... more) {
    return exportTo(added(exportTo(), first, more));
  }

  /** The workloads of the namespace that apply this as clients. Default: all. */
  public abstract Optional<WorkloadSelector> workloadSelector();

  /** A copy with this {@link #workloadSelector()}. */
  public abstract DestinationRule workloadSelector(WorkloadSelector workloadSelector);

  static DestinationRule read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static DestinationRule readSpec(FieldReader in, FieldReader spec) {
    return ImmutableDestinationRule.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .host(spec.requiredString("host"))
        .trafficPolicy(spec.message("trafficPolicy", TrafficPolicy::read))
        .subsets(spec.messages("subsets", Subset::read))
        .exportTo(spec.strings("exportTo"))
        .workloadSelector(spec.message("workloadSelector", WorkloadSelector::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.string("host", host());
    spec.message("trafficPolicy", trafficPolicy());
    spec.messages("subsets", subsets());
    spec.strings("exportTo", exportTo());
    spec.message("workloadSelector", workloadSelector());
  }
}
