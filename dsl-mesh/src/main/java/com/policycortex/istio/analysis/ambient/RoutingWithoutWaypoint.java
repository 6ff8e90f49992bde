package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.Manifest;
import java.util.List;

/** Routes and settings of requests are for a service that no waypoint serves. */
final class RoutingWithoutWaypoint extends Check<Manifest> {

  RoutingWithoutWaypoint() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning(
                "AMBIENT-ROUTING-NO-WAYPOINT", "Routes are for a service without a waypoint")
            .meaning(
                "A VirtualService for the mesh with http or tls rules, or a DestinationRule with"
                    + " settings of requests (a hash of headers or cookies, connectionPool.http,"
                    + " outlierDetection), or a route of the Gateway API with the Service as"
                    + " parent, is for a Service in an ambient namespace that uses no waypoint"
                    + ", and no workload of its own namespace has a sidecar.")
            .why(
                "ztunnel carries connections and does not look into them: requests go to any pod of"
                    + " the Service, without the routes, timeouts, retries and ejections.")
            .fix("Label the Service or its namespace with istio.io/use-waypoint")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.NAMESPACES, Need.SERVICES)
            .codes("KIA0210", "KIA0211", "KIA1109", "KIA1113"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    List<String> hosts = RequestRouting.hosts(manifest, mesh);
    for (int i = 0; i < hosts.size(); i++) {
      for (MeshService service : mesh.services().withHost(hosts.get(i))) {
        if (service.isKubernetes()
            && Ambient.isAmbient(service.namespace(), mesh)
            && Ambient.waypoint(service, mesh).isEmpty()
            && !hasSidecar(Names.namespace(manifest), mesh)) {
          report
              .add(
                  RequestRouting.path(manifest, i, mesh),
                  service.host()
                      + " is in ambient mode and uses no waypoint: nobody routes by this.")
              .related(service.manifest(), "metadata.labels", "names no waypoint");
          return;
        }
      }
    }
  }

  private static boolean hasSidecar(String namespace, MeshView mesh) {
    return !Ambient.isAmbient(namespace, mesh)
        && mesh.workloads().in(namespace).stream()
            .anyMatch(workload -> mesh.workloads().proxy(workload).isEnvoy());
  }
}
