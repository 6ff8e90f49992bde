package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the Jobs of a CronJob are like ({@code JobTemplateSpec}).
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/#CronJobSpec">CronJobSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class JobTemplate extends Message {

  JobTemplate() {}

  /** Jobs of this spec. */
  public static JobTemplate jobTemplate(JobSpec spec) {
    return ImmutableJobTemplate.builder().spec(spec).build();
  }

  /** Labels and annotations of the Jobs, not of their pods. */
  public abstract Optional<Metadata> metadata();

  /** A copy with this {@link #metadata()}. */
  public abstract JobTemplate metadata(Metadata metadata);

  /** What the Jobs do. */
  public abstract JobSpec spec();

  /** A copy with this {@link #spec()}. */
  public abstract JobTemplate spec(JobSpec spec);

  static JobTemplate read(FieldReader in) {
    return ImmutableJobTemplate.builder()
        .origin(in.origin())
        .metadata(in.message("metadata", Metadata::readUnnamed))
        .spec(in.requiredMessage("spec", JobSpec::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("metadata", metadata());
    out.message("spec", spec());
  }
}
