package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Waypoint;
import com.policycortex.istio.mesh.Waypoints;
import com.policycortex.istio.mesh.Workload;
import java.util.Optional;
import java.util.Set;

/** Pods name a waypoint that takes no requests to pods. */
final class WaypointNotForWorkloads extends Check<Workload> {

  private static final Set<String> SERVING = Set.of("workload", "all");

  WaypointNotForWorkloads() {
    super(
        Subject.WORKLOADS,
        CheckInfo.warning(
                "AMBIENT-WAYPOINT-NOT-FOR-WORKLOADS", "A waypoint does not serve the pods")
            .meaning(
                "The pods have the label istio.io/use-waypoint themselves, and"
                    + " istio.io/waypoint-for of the waypoint, or of its GatewayClass, is neither"
                    + " workload nor all: it is service where none is written.")
            .why(
                "The label does nothing: requests to the pods' addresses do not take the waypoint,"
                    + " and requests to their Services take the one that those name.")
            .fix("Label the Service or the Namespace, or the waypoint with istio.io/waypoint-for")
            .needs(Need.API_GATEWAYS));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    if (!workload.labels().containsKey(Waypoints.LABEL)) {
      return;
    }
    Optional<Waypoint> waypoint =
        mesh.waypoints()
            .of(workload)
            .filter(it -> it.gateway().isPresent() && !SERVING.contains(it.traffic()));
    waypoint.ifPresent(
        it ->
            report
                .add(
                    "metadata.name",
                    workload
                        + " uses the waypoint "
                        + it.namespace()
                        + "/"
                        + it.name()
                        + ", which is for "
                        + it.traffic()
                        + " and takes no requests to pods.")
                .related(it.gateway().orElseThrow(), "metadata.labels", "is for " + it.traffic()));
  }
}
