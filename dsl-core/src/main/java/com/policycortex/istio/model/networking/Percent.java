package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A share.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Percent">Percent</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Percent extends Message {

  Percent() {}

  /** A value that sets nothing yet. */
  public static Percent percent() {
    return ImmutablePercent.builder().build();
  }

  /** 0.0 to 100.0 %. */
  public abstract Optional<Double> value();

  /** A copy with this {@link #value()}. */
  public abstract Percent value(double value);

  static Percent read(FieldReader in) {
    return ImmutablePercent.builder().origin(in.origin()).value(in.number("value")).build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.number("value", value());
  }
}
