package com.policycortex.istio.model.networking;

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
 * Changes to the configuration that istiod makes for Envoy.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter">EnvoyFilter</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyFilter extends Manifest {

  /** The kind {@code networking.istio.io/v1alpha3 EnvoyFilter}. */
  public static final Kind<EnvoyFilter> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1alpha3"),
          "EnvoyFilter",
          "envoyfilters",
          true,
          EnvoyFilter::read);

  EnvoyFilter() {}

  /** An EnvoyFilter of this name, without patches yet. */
  public static EnvoyFilter envoyFilter(String name) {
    return ImmutableEnvoyFilter.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<EnvoyFilter> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract EnvoyFilter metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final EnvoyFilter in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads. Default: all of the namespace; of the mesh in the root namespace. */
  public abstract Optional<WorkloadSelector> workloadSelector();

  /** A copy with this {@link #workloadSelector()}. */
  public abstract EnvoyFilter workloadSelector(WorkloadSelector workloadSelector);

  /** The gateways or services that this applies to. Excludes a selector. */
  public abstract List<TargetReference> targetRefs();

  /** A copy with this {@link #targetRefs()}. */
  public abstract EnvoyFilter targetRefs(Iterable<? extends TargetReference> targetRefs);

  /** A copy with these added to {@link #targetRefs()}. */
  public final EnvoyFilter targetRefs(TargetReference first, TargetReference... more) {
    return targetRefs(added(targetRefs(), first, more));
  }

  /** The changes, in their order. */
  public abstract List<EnvoyConfigObjectPatch> configPatches();

  /** A copy with this {@link #configPatches()}. */
  public abstract EnvoyFilter configPatches(
      Iterable<? extends EnvoyConfigObjectPatch> configPatches);

  /** A copy with these added to {@link #configPatches()}. */
  public final EnvoyFilter configPatches(
      EnvoyConfigObjectPatch first, EnvoyConfigObjectPatch... more) {
    return configPatches(added(configPatches(), first, more));
  }

  /** Lower ones are applied first. Default 0. */
  public abstract Optional<Integer> priority();

  /** A copy with this {@link #priority()}. */
  public abstract EnvoyFilter priority(int priority);

  static EnvoyFilter read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static EnvoyFilter readSpec(FieldReader in, FieldReader spec) {
    return ImmutableEnvoyFilter.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .workloadSelector(spec.message("workloadSelector", WorkloadSelector::readLabels))
        .targetRefs(spec.messages("targetRefs", TargetReference::read))
        .configPatches(spec.messages("configPatches", EnvoyConfigObjectPatch::read))
        .priority(spec.int32("priority"))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("workloadSelector", workloadSelector().map(WorkloadSelector::asLabels));
    spec.messages("targetRefs", targetRefs());
    spec.messages("configPatches", configPatches());
    spec.int32("priority", priority());
  }
}
