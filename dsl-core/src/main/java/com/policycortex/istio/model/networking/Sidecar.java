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
 * What the proxies of a namespace, or of some of its workloads, listen on and can reach.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/sidecar/#Sidecar">Sidecar</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Sidecar extends Manifest {

  /** The kind {@code networking.istio.io/v1 Sidecar}. */
  public static final Kind<Sidecar> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1", "v1beta1", "v1alpha3"),
          "Sidecar",
          "sidecars",
          true,
          Sidecar::read);

  Sidecar() {}

  /** A Sidecar of this name, that sets nothing yet. */
  public static Sidecar sidecar(String name) {
    return ImmutableSidecar.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<Sidecar> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Sidecar metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final Sidecar in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads. Default: all of the namespace; of the mesh in the root namespace. */
  public abstract Optional<WorkloadSelector> workloadSelector();

  /** A copy with this {@link #workloadSelector()}. */
  public abstract Sidecar workloadSelector(WorkloadSelector workloadSelector);

  /** What the proxy listens on for its workload. Default: derived from the services. */
  public abstract List<IstioIngressListener> ingress();

  /** A copy with this {@link #ingress()}. */
  public abstract Sidecar ingress(Iterable<? extends IstioIngressListener> ingress);

  /** A copy with these added to {@link #ingress()}. */
  public final Sidecar ingress(IstioIngressListener first, IstioIngressListener... more) {
    return ingress(added(ingress(), first, more));
  }

  /** What the workload can reach. Default: every service of the mesh. */
  public abstract List<IstioEgressListener> egress();

  /** A copy with this {@link #egress()}. */
  public abstract Sidecar egress(Iterable<? extends IstioEgressListener> egress);

  /** A copy with these added to {@link #egress()}. */
  public final Sidecar egress(IstioEgressListener first, IstioEgressListener... more) {
    return egress(added(egress(), first, more));
  }

  /** Limits of connections to the workload. */
  public abstract Optional<ConnectionPoolSettings> inboundConnectionPool();

  /** A copy with this {@link #inboundConnectionPool()}. */
  public abstract Sidecar inboundConnectionPool(ConnectionPoolSettings inboundConnectionPool);

  /** What happens to traffic for unknown hosts. Default: MeshConfig's. */
  public abstract Optional<OutboundTrafficPolicy> outboundTrafficPolicy();

  /** A copy with this {@link #outboundTrafficPolicy()}. */
  public abstract Sidecar outboundTrafficPolicy(OutboundTrafficPolicy outboundTrafficPolicy);

  static Sidecar read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static Sidecar readSpec(FieldReader in, FieldReader spec) {
    return ImmutableSidecar.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .workloadSelector(spec.message("workloadSelector", WorkloadSelector::readLabels))
        .ingress(spec.messages("ingress", IstioIngressListener::read))
        .egress(spec.messages("egress", IstioEgressListener::read))
        .inboundConnectionPool(spec.message("inboundConnectionPool", ConnectionPoolSettings::read))
        .outboundTrafficPolicy(spec.message("outboundTrafficPolicy", OutboundTrafficPolicy::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("workloadSelector", workloadSelector().map(WorkloadSelector::asLabels));
    spec.messages("ingress", ingress());
    spec.messages("egress", egress());
    spec.message("inboundConnectionPool", inboundConnectionPool());
    spec.message("outboundTrafficPolicy", outboundTrafficPolicy());
  }
}
