package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A tag from a header of the request.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing-RequestHeader">HeaderTag</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HeaderTag extends Message {

  HeaderTag() {}

  /** A tag from this header. */
  public static HeaderTag headerTag(String name) {
    return ImmutableHeaderTag.builder().name(name).build();
  }

  /** The header. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract HeaderTag name(String name);

  /** The text where it is not there. */
  public abstract Optional<String> defaultValue();

  /** A copy with this {@link #defaultValue()}. */
  public abstract HeaderTag defaultValue(String defaultValue);

  static HeaderTag read(FieldReader in) {
    return ImmutableHeaderTag.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .defaultValue(in.string("defaultValue"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("defaultValue", defaultValue());
  }
}
