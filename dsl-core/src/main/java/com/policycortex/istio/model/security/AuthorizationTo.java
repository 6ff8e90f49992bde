package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is asked for.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule">AuthorizationTo</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationTo extends Message {

  AuthorizationTo() {}

  /** A value that sets nothing yet. */
  public static AuthorizationTo authorizationTo() {
    return ImmutableAuthorizationTo.builder().build();
  }

  /** What is asked for. */
  public abstract Optional<AuthorizationOperation> operation();

  /** A copy with this {@link #operation()}. */
  public abstract AuthorizationTo operation(AuthorizationOperation operation);

  static AuthorizationTo read(FieldReader in) {
    return ImmutableAuthorizationTo.builder()
        .origin(in.origin())
        .operation(in.message("operation", AuthorizationOperation::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("operation", operation());
  }
}
