package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.MovedPolicy;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.Map;

/** A policy with a selector in the root namespace selects nothing. */
final class SelectorInRootNamespace extends Check<PeerAuthentication> {

  SelectorInRootNamespace() {
    super(
        Subject.of(PeerAuthentication.KIND),
        CheckInfo.warning(
                "MTLS-ROOT-SELECTOR", "A selector in the root namespace selects no workload")
            .meaning(
                "The PeerAuthentication has a selector and lies in the root namespace. Istio only"
                    + " looks there for a policy for the whole mesh; one with a selector counts for"
                    + " no workload, not even for those of the root namespace.")
            .why("The mode of the workloads that were meant is another than the policy says.")
            .fix("Put the policy into the namespace of the workloads, or remove its selector"));
  }

  @Override
  public void check(PeerAuthentication policy, MeshView mesh, Report report) {
    if (Names.namespace(policy).equals(mesh.rootNamespace()) && !Policies.isForAll(policy)) {
      Draft draft =
          report.add(
              "spec.selector",
              "In "
                  + mesh.rootNamespace()
                  + ", the root namespace, a PeerAuthentication with a selector has no effect.");
      MovedPolicy.to(Policies.selector(policy).orElse(Map.of()), mesh)
          .ifPresent(
              namespace ->
                  draft.repair(
                      MovedPolicy.of(policy, policy.in(namespace), namespace)
                          .changes("the mode holds for connections to those workloads")));
    }
  }
}
