package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Answers requests with an error in place of forwarding.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection-Abort">FaultAbort</a>
 */
@IstioStyle
@Value.Immutable
public abstract class FaultAbort extends Message {

  FaultAbort() {}

  /** A value that sets nothing yet. */
  public static FaultAbort faultAbort() {
    return ImmutableFaultAbort.builder().build();
  }

  /** With what. */
  public abstract Optional<AbortError> error();

  /** A copy with this {@link #error()}. */
  public abstract FaultAbort error(AbortError error);

  /** The share of requests. Default: all. */
  public abstract Optional<Percent> percentage();

  /** A copy with this {@link #percentage()}. */
  public abstract FaultAbort percentage(Percent percentage);

  static FaultAbort read(FieldReader in) {
    return ImmutableFaultAbort.builder()
        .origin(in.origin())
        .error(AbortError.read(in))
        .percentage(in.message("percentage", Percent::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(error());
    out.message("percentage", percentage());
  }
}
