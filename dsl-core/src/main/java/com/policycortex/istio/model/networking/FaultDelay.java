package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Holds requests before they are forwarded.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection-Delay">FaultDelay</a>
 */
@IstioStyle
@Value.Immutable
public abstract class FaultDelay extends Message {

  FaultDelay() {}

  /** A value that sets nothing yet. */
  public static FaultDelay faultDelay() {
    return ImmutableFaultDelay.builder().build();
  }

  /** Former form of {@link #percentage()}. */
  public abstract Optional<Integer> percent();

  /** How long. */
  public abstract Optional<DelayType> delayType();

  /** A copy with this {@link #delayType()}. */
  public abstract FaultDelay delayType(DelayType delayType);

  /** The share of requests. Default: all. */
  public abstract Optional<Percent> percentage();

  /** A copy with this {@link #percentage()}. */
  public abstract FaultDelay percentage(Percent percentage);

  static FaultDelay read(FieldReader in) {
    return ImmutableFaultDelay.builder()
        .origin(in.origin())
        .percent(in.int32("percent"))
        .delayType(DelayType.read(in))
        .percentage(in.message("percentage", Percent::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int32("percent", percent());
    out.oneof(delayType());
    out.message("percentage", percentage());
  }
}
