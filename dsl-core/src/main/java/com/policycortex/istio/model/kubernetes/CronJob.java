package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A Job at certain times.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/">CronJob</a>
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class CronJob extends Manifest implements WorkloadManifest {

  /** The kind {@code batch/v1 CronJob}. */
  public static final Kind<CronJob> KIND =
      new Kind<>("batch", List.of("v1"), "CronJob", "cronjobs", true, CronJob::read);

  CronJob() {}

  @Override
  public Kind<CronJob> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract CronJob metadata(Metadata metadata);

  /** A CronJob of this name, at these times. */
  public static CronJob cronJob(String name, String schedule, JobTemplate jobTemplate) {
    return ImmutableCronJob.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .schedule(schedule)
        .jobTemplate(jobTemplate)
        .build();
  }

  /** A copy in this namespace. */
  public final CronJob in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** When, in the format of cron, for example {@code 0 3 * * *}. */
  public abstract String schedule();

  /** A copy with this {@link #schedule()}. */
  public abstract CronJob schedule(String schedule);

  /** What the Jobs are like. */
  public abstract JobTemplate jobTemplate();

  /** A copy with this {@link #jobTemplate()}. */
  public abstract CronJob jobTemplate(JobTemplate jobTemplate);

  /** All other fields of {@code spec}, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract CronJob more(Map<String, ? extends JsonValue> more);

  @Override
  public final PodTemplate podTemplate() {
    return jobTemplate().spec().template();
  }

  @Override
  public final Optional<LabelSelector> podSelector() {
    return jobTemplate().spec().selector();
  }

  static CronJob read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static CronJob readSpec(FieldReader in, FieldReader spec) {
    return ImmutableCronJob.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .schedule(spec.requiredString("schedule"))
        .jobTemplate(spec.requiredMessage("jobTemplate", JobTemplate::read))
        .more(spec.rest())
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.string("schedule", schedule());
    spec.message("jobTemplate", jobTemplate());
    new TreeMap<>(more()).forEach(spec::json);
  }
}
