package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.time.Duration;
import java.util.Optional;

/** How long a request is held. */
public sealed interface DelayType extends Fields {

  /**
   * A fixed time, at least 1 ms.
   *
   * @param value the value of {@code fixedDelay}
   */
  record FixedDelay(Duration value) implements DelayType {
    @Override
    public void writeTo(FieldWriter out) {
      out.duration("fixedDelay", value);
    }
  }

  /**
   * Not supported: Istio refuses it.
   *
   * @param value the value of {@code exponentialDelay}
   */
  record ExponentialDelay(Duration value) implements DelayType {
    @Override
    public void writeTo(FieldWriter out) {
      out.duration("exponentialDelay", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<DelayType> read(FieldReader in) {
    return in.<DelayType>oneof("http_delay_type")
        .duration("fixedDelay", FixedDelay::new)
        .duration("exponentialDelay", ExponentialDelay::new)
        .optional();
  }
}
