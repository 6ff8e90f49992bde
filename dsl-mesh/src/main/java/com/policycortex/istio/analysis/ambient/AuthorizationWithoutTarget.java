package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.Optional;

/** ztunnel enforces a policy whose rules it cannot read. */
final class AuthorizationWithoutTarget extends Check<AuthorizationPolicy> {

  AuthorizationWithoutTarget() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("AMBIENT-AUTHZ-NO-TARGET-REF", "ztunnel cannot read the rules of a policy")
            .meaning(
                "An AuthorizationPolicy without targets applies to a workload in ambient mode, and"
                    + " a rule asks for something of requests (paths, methods, hosts, request"
                    + " principals, remote addresses, headers, claims), or its action is CUSTOM or"
                    + " AUDIT. Such a policy is enforced by ztunnel, which sees connections only; a"
                    + " waypoint enforces what names it or a service by targetRefs.")
            .why(
                "ztunnel leaves out ALLOW rules that ask for it, so that they let nobody in, and"
                    + " enforces DENY rules without it, so that they refuse too much. It does not"
                    + " enforce CUSTOM and AUDIT at all.")
            .fix("Name the service or the waypoint by targetRefs")
            .needs(Need.WORKLOADS, Need.NAMESPACES)
            .codes("KIA0110", "KIA0109", "KIA1317"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    AuthorizationAction action = policy.action().orElse(AuthorizationAction.ALLOW);
    boolean connection = action == AuthorizationAction.ALLOW || action == AuthorizationAction.DENY;
    int asking = asking(policy);
    if ((connection && asking < 0) || !Policies.targetRefs(policy).isEmpty()) {
      return;
    }
    Optional<Workload> workload = Ambient.ambientWorkload(policy, mesh);
    if (workload.isEmpty()) {
      return;
    }
    if (!connection) {
      report
          .add("spec.action", "ztunnel does not enforce " + action + " for " + workload.get() + ".")
          .related(workload.get().manifest(), "", "is in ambient mode");
    } else {
      report
          .add(
              "spec.rules[" + asking + "]",
              action == AuthorizationAction.ALLOW
                  ? "ztunnel leaves the rule out, so it lets nobody in to " + workload.get() + "."
                  : "ztunnel enforces the rule by connections only: it refuses more at "
                      + workload.get()
                      + " than it says.")
          .at(policy.rules().get(asking))
          .related(workload.get().manifest(), "", "is in ambient mode")
          .witness(
              Witness.request(
                  "GET", workload.get().name(), "/", "is refused, whatever the rule says"));
    }
  }

  // The first rule that asks for something of requests.
  private static int asking(AuthorizationPolicy policy) {
    for (int i = 0; i < policy.rules().size(); i++) {
      if (RuleOfRequests.is(policy.rules().get(i))) {
        return i;
      }
    }
    return -1;
  }
}
