package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The external authorizer of CUSTOM.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy-ExtensionProvider">AuthorizationProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationProvider extends Message {

  AuthorizationProvider() {}

  /** A value that sets nothing yet. */
  public static AuthorizationProvider authorizationProvider() {
    return ImmutableAuthorizationProvider.builder().build();
  }

  /** Its name in MeshConfig's extension providers. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract AuthorizationProvider name(String name);

  static AuthorizationProvider read(FieldReader in) {
    return ImmutableAuthorizationProvider.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
  }
}
