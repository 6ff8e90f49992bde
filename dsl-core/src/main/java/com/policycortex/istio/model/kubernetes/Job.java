package com.policycortex.istio.model.kubernetes;

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
 * Pods that run until enough of them have done their work.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/">
 *     Job</a>
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class Job extends Manifest implements WorkloadManifest {

  /** The kind {@code batch/v1 Job}. */
  public static final Kind<Job> KIND =
      new Kind<>("batch", List.of("v1"), "Job", "jobs", true, Job::read);

  Job() {}

  @Override
  public Kind<Job> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Job metadata(Metadata metadata);

  /** A Job of this name. */
  public static Job job(String name, JobSpec spec) {
    return ImmutableJob.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .spec(spec)
        .build();
  }

  /** A copy in this namespace. */
  public final Job in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** What it does. */
  public abstract JobSpec spec();

  /** A copy with this {@link #spec()}. */
  public abstract Job spec(JobSpec spec);

  @Override
  public final PodTemplate podTemplate() {
    return spec().template();
  }

  @Override
  public final Optional<LabelSelector> podSelector() {
    return spec().selector();
  }

  static Job read(FieldReader in) {
    return ImmutableJob.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .spec(in.requiredMessage("spec", JobSpec::read))
        .status(readStatus(in))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", spec());
  }
}
