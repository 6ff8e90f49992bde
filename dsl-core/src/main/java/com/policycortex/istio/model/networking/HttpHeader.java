package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header of a probe.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#HTTPHeader">HttpHeader</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpHeader extends Message {

  HttpHeader() {}

  /** A value that sets nothing yet. */
  public static HttpHeader httpHeader() {
    return ImmutableHttpHeader.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract HttpHeader name(String name);

  /** Its value. */
  public abstract Optional<String> value();

  /** A copy with this {@link #value()}. */
  public abstract HttpHeader value(String value);

  static HttpHeader read(FieldReader in) {
    return ImmutableHttpHeader.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .value(in.string("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("value", value());
  }
}
