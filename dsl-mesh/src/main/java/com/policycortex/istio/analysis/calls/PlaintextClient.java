package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.HashSet;
import java.util.Set;

/** A policy lets in a workload that has no identity. */
final class PlaintextClient extends Check<AuthorizationPolicy> {

  PlaintextClient() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("MTLS-PLAINTEXT-CLIENT", "A policy lets in a client that has no proxy")
            .meaning(
                "An ALLOW rule names the identity of a workload that certainly has no proxy: its"
                    + " namespace or pods are not injected, it is not in ambient mode, or it uses"
                    + " the network of its node. It is a warning where neither its Namespace nor"
                    + " the workload says anything of a proxy: somebody may label the namespace"
                    + " by hand.")
            .why(
                "Without a proxy it speaks plain text and has no identity: STRICT mutual TLS resets"
                    + " its connections, and otherwise the rule does not match it.")
            .fix("Give the client a sidecar, or let it in by something else than its identity")
            .needs(Need.WORKLOADS, Need.NAMESPACES));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Set<String> said = new HashSet<>();
    for (Callers.Caller caller : Callers.of(policy, mesh)) {
      Workload workload = caller.workload();
      boolean others =
          mesh.workloads().runningAs(workload.namespace(), workload.serviceAccount()).stream()
              .anyMatch(other -> mesh.workloads().proxy(other).mayBeInMesh());
      if (!others
          && mesh.workloads().proxy(workload) == Proxy.NONE
          && mesh.namespace(workload.namespace()).isPresent()
          && said.add(caller.path())) {
        report
            .add(caller.path(), workload + " has no proxy, so it has no such identity.")
            .severity(mesh.workloads().isUndecided(workload) ? Severity.WARNING : Severity.ERROR)
            .at(caller.rule())
            .related(workload.manifest(), "", "is let in, and has no proxy")
            .witness(
                Witness.request("GET", policy.name(), "/", "is refused")
                    .from("a pod of " + workload.qualifiedName()));
      }
    }
  }
}
