package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What a Job of a CronJob does.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/#JobSpec">JobSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class JobSpec extends Message {

  JobSpec() {}

  /** Pods like this template. */
  public static JobSpec jobSpec(PodTemplate template) {
    return ImmutableJobSpec.builder().template(template).build();
  }

  /** Which pods are its own. Default: Kubernetes makes one. */
  public abstract Optional<LabelSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract JobSpec selector(LabelSelector selector);

  /** What its pods are like. */
  public abstract PodTemplate template();

  /** A copy with this {@link #template()}. */
  public abstract JobSpec template(PodTemplate template);

  /** All other fields of {@code spec}, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract JobSpec more(Map<String, ? extends JsonValue> more);

  static JobSpec read(FieldReader in) {
    return ImmutableJobSpec.builder()
        .origin(in.origin())
        .selector(in.message("selector", LabelSelector::read))
        .template(in.requiredMessage("template", PodTemplate::read))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("selector", selector());
    out.message("template", template());
    new TreeMap<>(more()).forEach(out::json);
  }
}
