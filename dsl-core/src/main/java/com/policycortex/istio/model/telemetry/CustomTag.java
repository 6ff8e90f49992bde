package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A tag of a span.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing-CustomTag">CustomTag</a>
 */
@IstioStyle
@Value.Immutable
public abstract class CustomTag extends Message {

  CustomTag() {}

  /** A value that sets nothing yet. */
  public static CustomTag customTag() {
    return ImmutableCustomTag.builder().build();
  }

  /** Where its value comes from. */
  public abstract Optional<CustomTagType> type();

  /** A copy with this {@link #type()}. */
  public abstract CustomTag type(CustomTagType type);

  static CustomTag read(FieldReader in) {
    return ImmutableCustomTag.builder().origin(in.origin()).type(CustomTagType.read(in)).build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(type());
  }
}
