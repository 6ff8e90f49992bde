package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.Map;
import java.util.TreeMap;

/** A policy is only tried, not enforced. */
final class DryRun extends Check<AuthorizationPolicy> {

  private static final String ANNOTATION = "istio.io/dry-run";

  DryRun() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-DRY-RUN", "A policy is not enforced")
            .meaning("The policy has the annotation istio.io/dry-run: \"true\".")
            .why("Proxies log what it would do, and do nothing.")
            .fix("Remove the annotation once the logs have been looked at"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (isOnlyTried(policy)) {
      Map<String, String> annotations = new TreeMap<>(policy.metadata().annotations());
      annotations.remove(ANNOTATION);
      report
          .add(
              "metadata.annotations." + ANNOTATION,
              "The policy is logged, and neither allows nor denies anything.")
          .repair(
              Repair.replace(
                      "Enforce the policy",
                      policy.metadata(policy.metadata().annotations(annotations)))
                  .changes("the policy allows and denies, and no longer only logs"));
    }
  }

  /** True if the policy is logged and not enforced. */
  static boolean isOnlyTried(AuthorizationPolicy policy) {
    return "true".equalsIgnoreCase(policy.metadata().annotations().get(ANNOTATION));
  }
}
