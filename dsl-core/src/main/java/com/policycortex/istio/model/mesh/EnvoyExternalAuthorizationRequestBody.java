package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much of a request's body the authorizer sees.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyExternalAuthorizationRequestBody">EnvoyExternalAuthorizationRequestBody</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyExternalAuthorizationRequestBody extends Message {

  EnvoyExternalAuthorizationRequestBody() {}

  /** A value that sets nothing yet. */
  public static EnvoyExternalAuthorizationRequestBody envoyExternalAuthorizationRequestBody() {
    return ImmutableEnvoyExternalAuthorizationRequestBody.builder().build();
  }

  /** The most bytes that are held. A longer body is answered with 413, unless a part will do. */
  public abstract Optional<Long> maxRequestBytes();

  /** A copy with this {@link #maxRequestBytes()}. */
  public abstract EnvoyExternalAuthorizationRequestBody maxRequestBytes(long maxRequestBytes);

  /** Whether the first bytes of a longer body will do. Default false. */
  public abstract Optional<Boolean> allowPartialMessage();

  /** A copy with this {@link #allowPartialMessage()}. */
  public abstract EnvoyExternalAuthorizationRequestBody allowPartialMessage(
      boolean allowPartialMessage);

  /** Whether the body goes as bytes and not as UTF-8; gRPC only. Default false. */
  public abstract Optional<Boolean> packAsBytes();

  /** A copy with this {@link #packAsBytes()}. */
  public abstract EnvoyExternalAuthorizationRequestBody packAsBytes(boolean packAsBytes);

  static EnvoyExternalAuthorizationRequestBody read(FieldReader in) {
    return ImmutableEnvoyExternalAuthorizationRequestBody.builder()
        .origin(in.origin())
        .maxRequestBytes(in.uint32("maxRequestBytes"))
        .allowPartialMessage(in.bool("allowPartialMessage"))
        .packAsBytes(in.bool("packAsBytes"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("maxRequestBytes", maxRequestBytes());
    out.bool("allowPartialMessage", allowPartialMessage());
    out.bool("packAsBytes", packAsBytes());
  }
}
