package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.EffectivePeerAuthentication;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.Optional;

/** Of several policies of one level only the oldest counts. */
final class PolicyOutranked extends Check<PeerAuthentication> {

  PolicyOutranked() {
    super(
        Subject.of(PeerAuthentication.KIND),
        CheckInfo.error("MTLS-POLICY-OUTRANKED", "A PeerAuthentication is ignored")
            .meaning(
                "Another PeerAuthentication holds for the same workloads: both are for the whole"
                    + " namespace, or both select a workload. They are not merged: the oldest"
                    + " counts, of equal age the first by name.")
            .why(
                "Which mode holds depends on which was created first. A namespace that is applied"
                    + " anew may come up open, or closed to its callers.")
            .fix("Keep one policy for a namespace, and one for a workload")
            .codes("KIA0002", "KIA0003"));
  }

  @Override
  public void check(PeerAuthentication policy, MeshView mesh, Report report) {
    String namespace = Names.namespace(policy);
    if (Policies.isForAll(policy)) {
      first(mesh.policies().peerAuthentication(namespace), namespace, mesh)
          .filter(decisive -> decisive != policy)
          .ifPresent(
              decisive -> {
                Draft draft =
                    report
                        .add(
                            "metadata.name",
                            "The mode of the namespace " + namespace + " is decided elsewhere.")
                        .related(decisive, "", "counts: " + Precedence.reason(decisive, policy));
                if (!policy.portLevelMtls().isEmpty()) {
                  draft.hint("Write the selector that the modes of ports were meant for");
                } else {
                  draft.repair(
                      Repair.remove("Remove the policy without effect", policy.resourceId())
                          .changes("in a cluster where it is the older one, its mode is gone"));
                }
              });
      return;
    }
    for (Workload workload : mesh.policies().workloads(policy)) {
      Optional<PeerAuthentication> decisive =
          mesh.policies().peerAuthentication(workload).ofWorkload();
      if (decisive.isPresent() && decisive.get() != policy) {
        report
            .add("spec.selector", "The mode of " + workload + " is decided by another policy.")
            .related(decisive.get(), "", "counts: " + Precedence.reason(decisive.get(), policy));
        return;
      }
    }
  }

  private static Optional<PeerAuthentication> first(
      EffectivePeerAuthentication effective, String namespace, MeshView mesh) {
    return namespace.equals(mesh.rootNamespace()) ? effective.ofMesh() : effective.ofNamespace();
  }
}
