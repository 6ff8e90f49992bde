package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which metrics, on which side.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#MetricSelector">MetricSelector</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MetricSelector extends Message {

  MetricSelector() {}

  /** A value that sets nothing yet. */
  public static MetricSelector metricSelector() {
    return ImmutableMetricSelector.builder().build();
  }

  /** Which metric. Default: all. */
  public abstract Optional<MetricMatch> metricMatch();

  /** A copy with this {@link #metricMatch()}. */
  public abstract MetricSelector metricMatch(MetricMatch metricMatch);

  /** On which side. Default both. */
  public abstract Optional<WorkloadMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract MetricSelector mode(WorkloadMode mode);

  static MetricSelector read(FieldReader in) {
    return ImmutableMetricSelector.builder()
        .origin(in.origin())
        .metricMatch(MetricMatch.read(in))
        .mode(in.enumeration("mode", WorkloadMode.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(metricMatch());
    out.enumeration("mode", mode());
  }
}
