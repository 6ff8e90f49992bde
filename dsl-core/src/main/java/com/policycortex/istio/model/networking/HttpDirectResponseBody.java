package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of a direct response; one arm, or none.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPBody">HttpDirectResponseBody</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpDirectResponseBody extends Message {

  HttpDirectResponseBody() {}

  /** A value that sets nothing yet. */
  public static HttpDirectResponseBody httpDirectResponseBody() {
    return ImmutableHttpDirectResponseBody.builder().build();
  }

  /** Text or bytes. */
  public abstract Optional<HttpBody> specifier();

  /** A copy with this {@link #specifier()}. */
  public abstract HttpDirectResponseBody specifier(HttpBody specifier);

  static HttpDirectResponseBody read(FieldReader in) {
    return ImmutableHttpDirectResponseBody.builder()
        .origin(in.origin())
        .specifier(HttpBody.read(in))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(specifier());
  }
}
