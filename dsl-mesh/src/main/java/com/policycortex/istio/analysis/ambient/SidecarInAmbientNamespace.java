package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;

/** A pod of an ambient namespace has a sidecar. */
final class SidecarInAmbientNamespace extends Check<Workload> {

  SidecarInAmbientNamespace() {
    super(
        Subject.WORKLOADS,
        CheckInfo.warning("AMBIENT-SIDECAR-MIXED", "A pod of an ambient namespace has a sidecar")
            .meaning(
                "The namespace, or the pods' own label, says istio.io/dataplane-mode: ambient, and"
                    + " the pods get a sidecar: by their label sidecar.istio.io/inject, by"
                    + " istio.io/rev or istio-injection, or by a container of their own.")
            .why(
                "The sidecar has the traffic, and ztunnel leaves the pod alone: policies that name"
                    + " waypoints do not hold for it, and its own calls take no waypoint.")
            .fix("Use one of the two: remove the sidecar, or label the pod dataplane-mode: none")
            .needs(Need.NAMESPACES)
            .codes("KIA1311", "KIA1314", "KIA1315", "KIA1316"));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    String mode =
        workload
            .labels()
            .getOrDefault(
                Ambient.MODE, Ambient.isAmbient(workload.namespace(), mesh) ? "ambient" : "");
    if (mode.equals("ambient") && mesh.workloads().proxy(workload) == Proxy.SIDECAR) {
      report.add("metadata.name", workload + " has a sidecar, in an ambient namespace.");
    }
  }
}
