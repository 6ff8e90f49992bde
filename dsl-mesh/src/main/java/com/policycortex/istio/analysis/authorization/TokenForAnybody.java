package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.JwtRule;
import com.policycortex.istio.model.security.RequestAuthentication;

/** Tokens of an issuer are taken whomever they were issued for. */
final class TokenForAnybody extends Check<RequestAuthentication> {

  TokenForAnybody() {
    super(
        Subject.of(RequestAuthentication.KIND),
        CheckInfo.warning("JWT-NO-AUDIENCE", "Tokens are taken whomever they were issued for")
            .meaning("A rule of jwtRules names no audiences.")
            .why(
                "A token that the issuer gave to another service's client is taken here as well:"
                    + " whoever operates that service can call this one in its users' names.")
            .fix("Name the audience that the issuer puts into tokens for this service"));
  }

  @Override
  public void check(RequestAuthentication authentication, MeshView mesh, Report report) {
    for (int i = 0; i < authentication.jwtRules().size(); i++) {
      JwtRule rule = authentication.jwtRules().get(i);
      if (rule.audiences().isEmpty()) {
        report
            .add(
                "spec.jwtRules[" + i + "]",
                "Every token of "
                    + rule.issuer().orElse("the issuer")
                    + " is taken, whatever its audience.")
            .at(rule);
      }
    }
  }
}
