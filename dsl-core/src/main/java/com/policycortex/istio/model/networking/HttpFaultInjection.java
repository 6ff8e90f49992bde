package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Faults that are injected, for tests of resilience.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection">HttpFaultInjection</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpFaultInjection extends Message {

  HttpFaultInjection() {}

  /** A value that sets nothing yet. */
  public static HttpFaultInjection httpFaultInjection() {
    return ImmutableHttpFaultInjection.builder().build();
  }

  /** Holds requests. */
  public abstract Optional<FaultDelay> delay();

  /** A copy with this {@link #delay()}. */
  public abstract HttpFaultInjection delay(FaultDelay delay);

  /** Answers requests with an error. */
  public abstract Optional<FaultAbort> abort();

  /** A copy with this {@link #abort()}. */
  public abstract HttpFaultInjection abort(FaultAbort abort);

  static HttpFaultInjection read(FieldReader in) {
    return ImmutableHttpFaultInjection.builder()
        .origin(in.origin())
        .delay(in.message("delay", FaultDelay::read))
        .abort(in.message("abort", FaultAbort::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("delay", delay());
    out.message("abort", abort());
  }
}
