package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.networking.Sidecar;
import java.util.Map;

/** A Sidecar with a selector lies in the root namespace. */
final class SidecarRootSelector extends Check<Sidecar> {

  SidecarRootSelector() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.warning("SIDECAR-ROOT-SELECTOR", "A Sidecar in the root namespace is for few")
            .meaning(
                "The Sidecar has a workloadSelector and lies in the root namespace: it is for the"
                    + " workloads of that namespace only. The Sidecar for the whole mesh has no"
                    + " selector.")
            .why("Workloads of other namespaces, which were meant, do not get it.")
            .fix("Put it into the namespace of the workloads, or remove its selector")
            .codes("KIA1006"));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    if (Names.namespace(sidecar).equals(mesh.rootNamespace())
        && !Policies.selector(sidecar).orElse(Map.of()).isEmpty()) {
      report.add(
          "spec.workloadSelector",
          "Only workloads of " + mesh.rootNamespace() + " itself can get this Sidecar.");
    }
  }
}
