package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import java.util.Optional;

/** A waypoint is named for a namespace that is not in ambient mode. */
final class WaypointWithoutAmbient extends Check<Workload> {

  WaypointWithoutAmbient() {
    super(
        Subject.WORKLOADS,
        CheckInfo.warning(
                "AMBIENT-WAYPOINT-WITHOUT-AMBIENT",
                "A waypoint is named for pods outside ambient mode")
            .meaning(
                "The pods, or their namespace, have the label istio.io/use-waypoint, and the pods"
                    + " are certainly neither in ambient mode nor have a sidecar.")
            .why(
                "Nobody leads the pods' traffic through the waypoint, and what comes to them"
                    + " directly is not checked.")
            .fix("Label the namespace with istio.io/dataplane-mode: ambient")
            .needs(Need.NAMESPACES)
            .codes("KIA1312"));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    boolean gateway = workload.labels().containsKey(Policies.GATEWAY_NAME);
    Optional<String> waypoint = Ambient.waypoint(workload.labels(), workload.namespace(), mesh);
    if (!gateway
        && waypoint.isPresent()
        && mesh.namespace(workload.namespace()).isPresent()
        && mesh.workloads().proxy(workload) == Proxy.NONE) {
      report.add(
          "metadata.name",
          workload + " is not in ambient mode, and does not take the waypoint " + waypoint.get());
    }
  }
}
