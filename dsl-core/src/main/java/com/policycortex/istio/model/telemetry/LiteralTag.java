package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * A tag with a fixed text.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing-Literal">LiteralTag</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LiteralTag extends Message {

  LiteralTag() {}

  /** A tag with this text. */
  public static LiteralTag literalTag(String value) {
    return ImmutableLiteralTag.builder().value(value).build();
  }

  /** The text. */
  public abstract String value();

  /** A copy with this {@link #value()}. */
  public abstract LiteralTag value(String value);

  static LiteralTag read(FieldReader in) {
    return ImmutableLiteralTag.builder()
        .origin(in.origin())
        .value(in.requiredString("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("value", value());
  }
}
