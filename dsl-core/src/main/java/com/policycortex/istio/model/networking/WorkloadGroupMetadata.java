package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Labels and annotations of WorkloadEntries.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#WorkloadGroup-ObjectMeta">WorkloadGroupMetadata</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WorkloadGroupMetadata extends Message {

  WorkloadGroupMetadata() {}

  /** A value that sets nothing yet. */
  public static WorkloadGroupMetadata workloadGroupMetadata() {
    return ImmutableWorkloadGroupMetadata.builder().build();
  }

  /** The labels. */
  public abstract Map<String, String> labels();

  /** A copy with this {@link #labels()}. */
  public abstract WorkloadGroupMetadata labels(Map<String, ? extends String> labels);

  /** The annotations. */
  public abstract Map<String, String> annotations();

  /** A copy with this {@link #annotations()}. */
  public abstract WorkloadGroupMetadata annotations(Map<String, ? extends String> annotations);

  static WorkloadGroupMetadata read(FieldReader in) {
    return ImmutableWorkloadGroupMetadata.builder()
        .origin(in.origin())
        .labels(in.stringMap("labels"))
        .annotations(in.stringMap("annotations"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.stringMap("labels", labels());
    out.stringMap("annotations", annotations());
  }
}
