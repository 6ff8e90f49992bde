package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/**
 * A service's port by number.
 *
 * @param number 1 to 65535; absent is what {@code port: {}} says, and Istio refuses it
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#PortSelector">
 *     PortSelector</a>
 */
public record PortSelector(Optional<Long> number) implements Fields {

  /** The port of this number. */
  public static PortSelector number(long number) {
    return new PortSelector(Optional.of(number));
  }

  static PortSelector read(FieldReader in) {
    return new PortSelector(in.uint32("number"));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("number", number);
  }
}
