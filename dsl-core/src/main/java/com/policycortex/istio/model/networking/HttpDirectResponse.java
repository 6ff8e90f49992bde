package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A fixed answer.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPDirectResponse">HttpDirectResponse</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpDirectResponse extends Message {

  HttpDirectResponse() {}

  /** An answer of this status without a body. */
  public static HttpDirectResponse httpDirectResponse(long status) {
    return ImmutableHttpDirectResponse.builder().status(status).build();
  }

  /** The HTTP status. */
  public abstract long status();

  /** A copy with this {@link #status()}. */
  public abstract HttpDirectResponse status(long status);

  /** The body, at most 1 MiB; above 100 KiB Istio warns. */
  public abstract Optional<HttpDirectResponseBody> body();

  /** A copy with this {@link #body()}. */
  public abstract HttpDirectResponse body(HttpDirectResponseBody body);

  static HttpDirectResponse read(FieldReader in) {
    return ImmutableHttpDirectResponse.builder()
        .origin(in.origin())
        .status(in.requiredUint32("status"))
        .body(in.message("body", HttpDirectResponseBody::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("status", status());
    out.message("body", body());
  }
}
