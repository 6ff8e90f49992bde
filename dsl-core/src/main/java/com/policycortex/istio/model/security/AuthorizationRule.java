package com.policycortex.istio.model.security;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.List;

/**
 * Requests by sender, operation and condition; what is empty holds for every request.
 *
 * @param from one of them must match
 * @param to one of them must match
 * @param when all of them must match
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule">
 *     Rule</a>
 */
public record AuthorizationRule(
    List<AuthorizationFrom> from, List<AuthorizationTo> to, List<AuthorizationCondition> when)
    implements Fields {

  /** Copies the lists. */
  public AuthorizationRule {
    from = List.copyOf(from);
    to = List.copyOf(to);
    when = List.copyOf(when);
  }

  static AuthorizationRule read(FieldReader in) {
    return new AuthorizationRule(
        in.messages("from", AuthorizationFrom::read),
        in.messages("to", AuthorizationTo::read),
        in.messages("when", AuthorizationCondition::read));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("from", from);
    out.messages("to", to);
    out.messages("when", when);
  }
}
