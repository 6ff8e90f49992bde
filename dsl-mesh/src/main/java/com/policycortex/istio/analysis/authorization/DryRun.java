package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.Map;
import java.util.TreeMap;

/** A policy is only tried, not enforced. */
final class DryRun extends Check<AuthorizationPolicy> {

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
    if (Policies.isDryRun(policy)) {
      Map<String, String> annotations = new TreeMap<>(policy.metadata().annotations());
      annotations.remove(Policies.DRY_RUN);
      report
          .add(
              "metadata.annotations." + Policies.DRY_RUN,
              "The policy is logged, and neither allows nor denies anything.")
          .repair(
              Repair.replace(
                      "Enforce the policy",
                      policy.metadata(policy.metadata().annotations(annotations)))
                  .changes("the policy allows and denies, and no longer only logs"));
    }
  }
}
