package com.policycortex.istio.model.extensions;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An extension of the proxies: WebAssembly or Lua. Since Istio 1.30.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/#TrafficExtension">TrafficExtension</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TrafficExtension extends Manifest {

  /** The kind {@code extensions.istio.io/v1alpha1 TrafficExtension}. */
  public static final Kind<TrafficExtension> KIND =
      new Kind<>(
          "extensions.istio.io",
          List.of("v1alpha1"),
          "TrafficExtension",
          "trafficextensions",
          true,
          TrafficExtension::read);

  TrafficExtension() {}

  /** A TrafficExtension of this name, without a filter yet. */
  public static TrafficExtension trafficExtension(String name) {
    return ImmutableTrafficExtension.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<TrafficExtension> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract TrafficExtension metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final TrafficExtension in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads. Default: all of the namespace; of the mesh in the root namespace. */
  public abstract Optional<WorkloadSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract TrafficExtension selector(WorkloadSelector selector);

  /** The gateways or services that this applies to. */
  public abstract List<TargetReference> targetRefs();

  /** A copy with this {@link #targetRefs()}. */
  public abstract TrafficExtension targetRefs(Iterable<? extends TargetReference> targetRefs);

  /** A copy with these added to {@link #targetRefs()}. */
  public final TrafficExtension targetRefs(TargetReference first, TargetReference... more) {
    return targetRefs(added(targetRefs(), first, more));
  }

  /** Where it stands. */
  public abstract Optional<ExecutionPhase> phase();

  /** A copy with this {@link #phase()}. */
  public abstract TrafficExtension phase(ExecutionPhase phase);

  /** Higher ones stand first in their phase. Default 0. */
  public abstract Optional<Integer> priority();

  /** A copy with this {@link #priority()}. */
  public abstract TrafficExtension priority(int priority);

  /** For which traffic. Default: all. */
  public abstract List<TrafficSelector> match();

  /** A copy with this {@link #match()}. */
  public abstract TrafficExtension match(Iterable<? extends TrafficSelector> match);

  /** A copy with these added to {@link #match()}. */
  public final TrafficExtension match(TrafficSelector first, TrafficSelector... more) {
    return match(added(match(), first, more));
  }

  /** What it runs. Required. */
  public abstract Optional<FilterConfig> filterConfig();

  /** A copy with this {@link #filterConfig()}. */
  public abstract TrafficExtension filterConfig(FilterConfig filterConfig);

  static TrafficExtension read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static TrafficExtension readSpec(FieldReader in, FieldReader spec) {
    return ImmutableTrafficExtension.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.message("selector", WorkloadSelector::read))
        .targetRefs(spec.messages("targetRefs", TargetReference::read))
        .phase(spec.enumeration("phase", ExecutionPhase.class))
        .priority(spec.int32("priority"))
        .match(spec.messages("match", TrafficSelector::read))
        .filterConfig(FilterConfig.read(spec))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("selector", selector());
    spec.messages("targetRefs", targetRefs());
    spec.enumeration("phase", phase());
    spec.int32("priority", priority());
    spec.messages("match", match());
    spec.oneof(filterConfig());
  }
}
