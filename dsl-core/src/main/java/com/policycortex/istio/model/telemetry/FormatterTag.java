package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * A tag in a format of Envoy's access logs.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing-Formatter">FormatterTag</a>
 */
@IstioStyle
@Value.Immutable
public abstract class FormatterTag extends Message {

  FormatterTag() {}

  /** A tag of this format. */
  public static FormatterTag formatterTag(String value) {
    return ImmutableFormatterTag.builder().value(value).build();
  }

  /** The format. */
  public abstract String value();

  /** A copy with this {@link #value()}. */
  public abstract FormatterTag value(String value);

  static FormatterTag read(FieldReader in) {
    return ImmutableFormatterTag.builder()
        .origin(in.origin())
        .value(in.requiredString("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("value", value());
  }
}
