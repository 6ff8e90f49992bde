package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header with the token.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTHeader">JwtHeader</a>
 */
@IstioStyle
@Value.Immutable
public abstract class JwtHeader extends Message {

  JwtHeader() {}

  /** The header of this name. */
  public static JwtHeader jwtHeader(String name) {
    return ImmutableJwtHeader.builder().name(name).build();
  }

  /** The header. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract JwtHeader name(String name);

  /** What stands before the token, with its blank: {@code Bearer }. */
  public abstract Optional<String> prefix();

  /** A copy with this {@link #prefix()}. */
  public abstract JwtHeader prefix(String prefix);

  static JwtHeader read(FieldReader in) {
    return ImmutableJwtHeader.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .prefix(in.string("prefix"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("prefix", prefix());
  }
}
