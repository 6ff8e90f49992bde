package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.JwtRule;
import com.policycortex.istio.model.security.RequestAuthentication;
import java.util.Locale;

/** Tokens are read from a query parameter, or keys without TLS. */
final class TokenInUrl extends Check<RequestAuthentication> {

  TokenInUrl() {
    super(
        Subject.of(RequestAuthentication.KIND),
        CheckInfo.warning("JWT-RULE-WEAK", "Tokens or keys travel where others see them")
            .meaning(
                "A rule of jwtRules takes tokens from query parameters (fromParams), or gets the"
                    + " issuer's keys by plain HTTP.")
            .why(
                "Query parameters stand in access logs and in the referers of other sites; keys"
                    + " without TLS can be replaced on their way, and with them every token.")
            .fix("Take tokens from a header, and keys by https"));
  }

  @Override
  public void check(RequestAuthentication authentication, MeshView mesh, Report report) {
    for (int i = 0; i < authentication.jwtRules().size(); i++) {
      JwtRule rule = authentication.jwtRules().get(i);
      String path = "spec.jwtRules[" + i + "].";
      if (!rule.fromParams().isEmpty()) {
        report
            .add(
                path + "fromParams",
                "Tokens are read from the query parameters " + rule.fromParams() + ".")
            .at(rule);
      }
      String uri = rule.jwksUri().or(rule::jwksUriLegacy).orElse("");
      if (uri.toLowerCase(Locale.ROOT).startsWith("http://") && !uri.contains(".svc")) {
        report
            .add(path + "jwksUri", "The issuer's keys are fetched from " + uri + ", without TLS.")
            .at(rule);
      }
    }
  }
}
