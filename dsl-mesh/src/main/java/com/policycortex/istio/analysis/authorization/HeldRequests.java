package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.matching.AuthorizationMatches;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import java.util.Optional;

/** Requests that a rule of access holds for. */
final class HeldRequests {

  private HeldRequests() {}

  /**
   * One of them; empty where none is known.
   *
   * @param outcome what becomes of it
   */
  static Optional<Witness> of(AuthorizationPolicy policy, AuthorizationRule rule, String outcome) {
    return AuthorizationMatches.in(Names.namespace(policy))
        .of(rule)
        .example(Request.get("/"))
        .request()
        .map(request -> request.toWitness(outcome));
  }
}
