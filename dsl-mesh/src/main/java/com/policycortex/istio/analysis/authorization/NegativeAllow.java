package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;

/** A rule of ALLOW says only what is not let in. */
final class NegativeAllow extends Check<AuthorizationPolicy> {

  NegativeAllow() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.info("AUTHZ-NEGATIVE-ALLOW", "An ALLOW rule lets in all but what it names")
            .meaning(
                "All that a rule of action ALLOW says is negative (notPaths, notMethods, notHosts,"
                    + " notPorts, notPrincipals, notNamespaces, notIpBlocks, …).")
            .why(
                "What nobody thought of is let in: another spelling of the path, a new method, and"
                    + " whoever has no identity at all, since plain text has an empty principal.")
            .fix("Name what is let in, or write a DENY policy for what is not")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (policy.action().orElse(AuthorizationAction.ALLOW) != AuthorizationAction.ALLOW) {
      return;
    }
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      boolean says = !rule.from().isEmpty() || !rule.to().isEmpty() || !rule.when().isEmpty();
      boolean positive =
          rule.from().stream()
                  .anyMatch(from -> from.source().filter(NegativeAllow::isPositive).isPresent())
              || rule.to().stream()
                  .anyMatch(to -> to.operation().filter(NegativeAllow::isPositive).isPresent())
              || rule.when().stream().anyMatch(condition -> !condition.values().isEmpty());
      if (says && !positive) {
        report
            .add("spec.rules[" + i + "]", "The rule lets in everything but what it names.")
            .at(rule)
            .witness(() -> HeldRequests.of(policy, rule, "is let in"));
      }
    }
  }

  private static boolean isPositive(AuthorizationSource source) {
    return !source.principals().isEmpty()
        || !source.requestPrincipals().isEmpty()
        || !source.namespaces().isEmpty()
        || !source.serviceAccounts().isEmpty()
        || !source.trustDomains().isEmpty()
        || !source.ipBlocks().isEmpty()
        || !source.remoteIpBlocks().isEmpty();
  }

  private static boolean isPositive(AuthorizationOperation operation) {
    return !operation.hosts().isEmpty()
        || !operation.ports().isEmpty()
        || !operation.methods().isEmpty()
        || !operation.paths().isEmpty();
  }
}
