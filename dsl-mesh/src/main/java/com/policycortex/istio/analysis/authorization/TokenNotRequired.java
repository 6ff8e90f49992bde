package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.RequestAuthentication;
import java.util.List;
import java.util.Optional;

/** Tokens are checked where there are any, and nobody asks for one. */
final class TokenNotRequired extends Check<RequestAuthentication> {

  TokenNotRequired() {
    super(
        Subject.of(RequestAuthentication.KIND),
        CheckInfo.warning("JWT-NOT-REQUIRED", "Requests without a token pass")
            .meaning(
                "A RequestAuthentication applies to a workload, and no AuthorizationPolicy there"
                    + " asks for a request principal or a claim. A RequestAuthentication refuses bad"
                    + " tokens only; a request without any is let through.")
            .why("Whoever leaves the token out gets in.")
            .fix(
                "Add an AuthorizationPolicy that lets only requests with a principal in"
                    + " (requestPrincipals: [\"*\"])")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(RequestAuthentication authentication, MeshView mesh, Report report) {
    if (authentication.jwtRules().isEmpty()) {
      return;
    }
    for (Workload workload : mesh.policies().workloads(authentication)) {
      if (mesh.workloads().proxy(workload).mayBeInMesh()
          && !mesh.memo(
              List.of("JWT-NOT-REQUIRED", workload),
              view ->
                  view.policies().authorizationPolicies(workload).stream()
                      .anyMatch(TokenNotRequired::asks))) {
        report
            .add(
                "spec.jwtRules",
                "No AuthorizationPolicy of "
                    + workload
                    + " asks for a token: requests without one pass.")
            .witness(Witness.request("GET", workload.name(), "/", "is let in, without any token"));
        return;
      }
    }
  }

  private static boolean asks(AuthorizationPolicy policy) {
    if (policy.action().orElse(AuthorizationAction.ALLOW) == AuthorizationAction.ALLOW
        && policy.rules().isEmpty()) {
      return true; // nobody is let in by it; others must say whom
    }
    for (AuthorizationRule rule : policy.rules()) {
      boolean names =
          rule.from().stream()
              .map(AuthorizationFrom::source)
              .flatMap(Optional::stream)
              .anyMatch(
                  source ->
                      !source.requestPrincipals().isEmpty()
                          || !source.notRequestPrincipals().isEmpty());
      if (names || rule.when().stream().anyMatch(when -> when.key().startsWith("request.auth."))) {
        return true;
      }
    }
    return false;
  }
}
