package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who sends.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule">AuthorizationFrom</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationFrom extends Message {

  AuthorizationFrom() {}

  /** A value that sets nothing yet. */
  public static AuthorizationFrom authorizationFrom() {
    return ImmutableAuthorizationFrom.builder().build();
  }

  /** Who sends. */
  public abstract Optional<AuthorizationSource> source();

  /** A copy with this {@link #source()}. */
  public abstract AuthorizationFrom source(AuthorizationSource source);

  static AuthorizationFrom read(FieldReader in) {
    return ImmutableAuthorizationFrom.builder()
        .origin(in.origin())
        .source(in.message("source", AuthorizationSource::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("source", source());
  }
}
