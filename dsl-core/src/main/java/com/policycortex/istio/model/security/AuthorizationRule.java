package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Requests by sender, operation and condition; what is empty holds for every request.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule">
 *     Rule</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationRule extends Message {

  AuthorizationRule() {}

  /** A rule without conditions; it holds for every request. */
  public static AuthorizationRule authorizationRule() {
    return ImmutableAuthorizationRule.builder().build();
  }

  /** The sources, one of which must match. */
  public abstract List<AuthorizationFrom> from();

  /** A copy with this {@link #from()}. */
  public abstract AuthorizationRule from(Iterable<? extends AuthorizationFrom> from);

  /** A copy with these added to {@link #from()}. */
  public final AuthorizationRule from(AuthorizationFrom first, AuthorizationFrom... more) {
    return from(added(from(), first, more));
  }

  /** The operations, one of which must match. */
  public abstract List<AuthorizationTo> to();

  /** A copy with this {@link #to()}. */
  public abstract AuthorizationRule to(Iterable<? extends AuthorizationTo> to);

  /** A copy with these added to {@link #to()}. */
  public final AuthorizationRule to(AuthorizationTo first, AuthorizationTo... more) {
    return to(added(to(), first, more));
  }

  /** The conditions, all of which must match. */
  public abstract List<AuthorizationCondition> when();

  /** A copy with this {@link #when()}. */
  public abstract AuthorizationRule when(Iterable<? extends AuthorizationCondition> when);

  /** A copy with these added to {@link #when()}. */
  public final AuthorizationRule when(
      AuthorizationCondition first, AuthorizationCondition... more) {
    return when(added(when(), first, more));
  }

  static AuthorizationRule read(FieldReader in) {
    return ImmutableAuthorizationRule.builder()
        .origin(in.origin())
        .from(in.messages("from", AuthorizationFrom::read))
        .to(in.messages("to", AuthorizationTo::read))
        .when(in.messages("when", AuthorizationCondition::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("from", from());
    out.messages("to", to());
    out.messages("when", when());
  }
}
