package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Raises the share of a new endpoint little by little.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#WarmupConfiguration">WarmupConfiguration</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WarmupConfiguration extends Message {

  WarmupConfiguration() {}

  /** A value that sets nothing yet. */
  public static WarmupConfiguration warmupConfiguration() {
    return ImmutableWarmupConfiguration.builder().build();
  }

  /** Over which time; required. */
  public abstract Optional<Duration> duration();

  /** A copy with this {@link #duration()}. */
  public abstract WarmupConfiguration duration(Duration duration);

  /** The share to begin with, 0 to 100 %. Default 10. */
  public abstract Optional<Double> minimumPercent();

  /** A copy with this {@link #minimumPercent()}. */
  public abstract WarmupConfiguration minimumPercent(double minimumPercent);

  /** How fast it grows; at least 1.0. Default 1.0: linear. */
  public abstract Optional<Double> aggression();

  /** A copy with this {@link #aggression()}. */
  public abstract WarmupConfiguration aggression(double aggression);

  static WarmupConfiguration read(FieldReader in) {
    return ImmutableWarmupConfiguration.builder()
        .origin(in.origin())
        .duration(in.duration("duration"))
        .minimumPercent(in.number("minimumPercent"))
        .aggression(in.number("aggression"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.duration("duration", duration());
    out.number("minimumPercent", minimumPercent());
    out.number("aggression", aggression());
  }
}
