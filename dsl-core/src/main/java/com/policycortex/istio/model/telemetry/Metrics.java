package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Metrics.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#Metrics">Metrics</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Metrics extends Message {

  Metrics() {}

  /** A value that sets nothing yet. */
  public static Metrics metrics() {
    return ImmutableMetrics.builder().build();
  }

  /** Who takes them. Default: MeshConfig's. */
  public abstract List<ProviderRef> providers();

  /** A copy with this {@link #providers()}. */
  public abstract Metrics providers(Iterable<? extends ProviderRef> providers);

  /** A copy with these added to {@link #providers()}. */
  public final Metrics providers(ProviderRef first, ProviderRef... more) {
    return providers(added(providers(), first, more));
  }

  /** What differs from Istio's standard metrics; later ones win. */
  public abstract List<MetricsOverrides> overrides();

  /** A copy with this {@link #overrides()}. */
  public abstract Metrics overrides(Iterable<? extends MetricsOverrides> overrides);

  /** A copy with these added to {@link #overrides()}. */
  public final Metrics overrides(MetricsOverrides first, MetricsOverrides... more) {
    return overrides(added(overrides(), first, more));
  }

  /** How often TCP connections are reported; at least 1 ms. Default 5 s. */
  public abstract Optional<Duration> reportingInterval();

  /** A copy with this {@link #reportingInterval()}. */
  public abstract Metrics reportingInterval(Duration reportingInterval);

  static Metrics read(FieldReader in) {
    return ImmutableMetrics.builder()
        .origin(in.origin())
        .providers(in.messages("providers", ProviderRef::read))
        .overrides(in.messages("overrides", MetricsOverrides::read))
        .reportingInterval(in.duration("reportingInterval"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("providers", providers());
    out.messages("overrides", overrides());
    out.duration("reportingInterval", reportingInterval());
  }
}
