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

  /** A rule without conditions; it holds for every request. */
  public static AuthorizationRule authorizationRule() {
    return new AuthorizationRule(List.of(), List.of(), List.of());
  }

  /** A copy with these sources, one of which must fit. */
  public AuthorizationRule from(List<AuthorizationFrom> sources) {
    return new AuthorizationRule(sources, to, when);
  }

  /** A copy with these operations, one of which must fit. */
  public AuthorizationRule to(List<AuthorizationTo> operations) {
    return new AuthorizationRule(from, operations, when);
  }

  /** A copy with these conditions, all of which must hold. */
  public AuthorizationRule when(List<AuthorizationCondition> conditions) {
    return new AuthorizationRule(from, to, conditions);
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
