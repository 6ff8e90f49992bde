package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What differs from Istio's standard metrics.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#MetricsOverrides">MetricsOverrides</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MetricsOverrides extends Message {

  MetricsOverrides() {}

  /** A value that sets nothing yet. */
  public static MetricsOverrides metricsOverrides() {
    return ImmutableMetricsOverrides.builder().build();
  }

  /** Which metrics. Default: all. */
  public abstract Optional<MetricSelector> match();

  /** A copy with this {@link #match()}. */
  public abstract MetricsOverrides match(MetricSelector match);

  /** Whether they are left out. */
  public abstract Optional<Boolean> disabled();

  /** A copy with this {@link #disabled()}. */
  public abstract MetricsOverrides disabled(boolean disabled);

  /** Tags that are added, changed or removed. */
  public abstract Map<String, TagOverride> tagOverrides();

  /** A copy with this {@link #tagOverrides()}. */
  public abstract MetricsOverrides tagOverrides(Map<String, ? extends TagOverride> tagOverrides);

  static MetricsOverrides read(FieldReader in) {
    return ImmutableMetricsOverrides.builder()
        .origin(in.origin())
        .match(in.message("match", MetricSelector::read))
        .disabled(in.bool("disabled"))
        .tagOverrides(in.messageMap("tagOverrides", TagOverride::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("match", match());
    out.bool("disabled", disabled());
    out.messageMap("tagOverrides", tagOverrides());
  }
}
