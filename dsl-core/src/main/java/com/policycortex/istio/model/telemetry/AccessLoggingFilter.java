package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which requests are logged.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging-Filter">AccessLoggingFilter</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AccessLoggingFilter extends Message {

  AccessLoggingFilter() {}

  /** A value that sets nothing yet. */
  public static AccessLoggingFilter accessLoggingFilter() {
    return ImmutableAccessLoggingFilter.builder().build();
  }

  /** A CEL expression over the request's attributes. */
  public abstract Optional<String> expression();

  /** A copy with this {@link #expression()}. */
  public abstract AccessLoggingFilter expression(String expression);

  static AccessLoggingFilter read(FieldReader in) {
    return ImmutableAccessLoggingFilter.builder()
        .origin(in.origin())
        .expression(in.string("expression"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("expression", expression());
  }
}
