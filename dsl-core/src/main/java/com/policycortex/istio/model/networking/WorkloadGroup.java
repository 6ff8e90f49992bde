package com.policycortex.istio.model.networking;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A template for the WorkloadEntries that register themselves.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#WorkloadGroup">WorkloadGroup</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WorkloadGroup extends Manifest {

  /** The kind {@code networking.istio.io/v1 WorkloadGroup}. */
  public static final Kind<WorkloadGroup> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1", "v1beta1", "v1alpha3"),
          "WorkloadGroup",
          "workloadgroups",
          true,
          WorkloadGroup::read);

  WorkloadGroup() {}

  /** A WorkloadGroup of this name and template. */
  public static WorkloadGroup workloadGroup(String name, WorkloadEntrySpec template) {
    return ImmutableWorkloadGroup.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .template(template)
        .build();
  }

  @Override
  public Kind<WorkloadGroup> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract WorkloadGroup metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final WorkloadGroup in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** Labels and annotations of the WorkloadEntries. */
  public abstract Optional<WorkloadGroupMetadata> workloadMetadata();

  /** A copy with this {@link #workloadMetadata()}. */
  public abstract WorkloadGroup workloadMetadata(WorkloadGroupMetadata workloadMetadata);

  /** What the WorkloadEntries have in common. */
  public abstract WorkloadEntrySpec template();

  /** A copy with this {@link #template()}. */
  public abstract WorkloadGroup template(WorkloadEntrySpec template);

  /** How a workload tells that it is ready. */
  public abstract Optional<ReadinessProbe> probe();

  /** A copy with this {@link #probe()}. */
  public abstract WorkloadGroup probe(ReadinessProbe probe);

  static WorkloadGroup read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static WorkloadGroup readSpec(FieldReader in, FieldReader spec) {
    return ImmutableWorkloadGroup.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .workloadMetadata(spec.message("metadata", WorkloadGroupMetadata::read))
        .template(spec.requiredMessage("template", WorkloadEntrySpec::read))
        .probe(spec.message("probe", ReadinessProbe::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("metadata", workloadMetadata());
    spec.message("template", template());
    spec.message("probe", probe());
  }
}
