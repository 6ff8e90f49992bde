package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.PolicyType;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;

/** The network refuses whom a policy lets in. */
final class NetworkPolicyRefusesCaller extends Check<AuthorizationPolicy> {

  NetworkPolicyRefusesCaller() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("NETPOL-REFUSES-CALLER", "The network refuses whom a policy lets in")
            .meaning(
                "An ALLOW rule names the identity of a workload, and the NetworkPolicies that"
                    + " select a workload of the policy admit its pods at no port. Peers by address"
                    + " are taken to admit everybody.")
            .why("The caller's connections time out, though the AuthorizationPolicy lets it in.")
            .fix("Admit the caller's pods in an ingress rule of a NetworkPolicy")
            .needs(Need.NETWORK_POLICIES, Need.WORKLOADS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    List<Callers.Caller> callers = Callers.of(policy, mesh);
    if (callers.isEmpty()) {
      return;
    }
    for (Workload workload : mesh.policies().workloads(policy).stream().limit(3).toList()) {
      List<NetworkPolicy> selecting = NetworkPolicies.of(workload, PolicyType.Ingress, mesh);
      for (Callers.Caller caller : callers) {
        if (!selecting.isEmpty()
            && selecting.stream().noneMatch(it -> admits(it, caller.workload(), mesh))) {
          report
              .add(
                  caller.path(),
                  "No NetworkPolicy of "
                      + workload
                      + " admits the pods of "
                      + caller.workload()
                      + ": their connections time out.")
              .at(caller.rule())
              .related(selecting.get(0), "spec.ingress", "selects it, and does not admit them")
              .witness(
                  Witness.connection(workload.name(), 0, "times out")
                      .from("a pod of " + caller.workload().qualifiedName()));
          return;
        }
      }
    }
  }

  private static boolean admits(NetworkPolicy policy, Workload caller, MeshView mesh) {
    return policy.ingress().stream()
        .anyMatch(
            rule ->
                rule.peers().isEmpty()
                    || rule.peers().stream()
                        .anyMatch(peer -> NetworkPolicies.mayBe(peer, policy, caller, mesh)));
  }
}
