package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Header changes of request and response.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers">Headers</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Headers extends Message {

  Headers() {}

  /** A value that sets nothing yet. */
  public static Headers headers() {
    return ImmutableHeaders.builder().build();
  }

  /** Before forwarding. */
  public abstract Optional<HeaderOperations> request();

  /** A copy with this {@link #request()}. */
  public abstract Headers request(HeaderOperations request);

  /** Before answering. */
  public abstract Optional<HeaderOperations> response();

  /** A copy with this {@link #response()}. */
  public abstract Headers response(HeaderOperations response);

  static Headers read(FieldReader in) {
    return ImmutableHeaders.builder()
        .origin(in.origin())
        .request(in.message("request", HeaderOperations::read))
        .response(in.message("response", HeaderOperations::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("request", request());
    out.message("response", response());
  }
}
