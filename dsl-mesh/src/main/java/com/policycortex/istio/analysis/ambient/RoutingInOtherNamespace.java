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
import com.policycortex.istio.model.networking.DestinationRule;
import java.util.List;
import java.util.Optional;

/** A waypoint does not follow rules of a third namespace. */
final class RoutingInOtherNamespace extends Check<Manifest> {

  RoutingInOtherNamespace() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning(
                "AMBIENT-ROUTING-OTHER-NAMESPACE", "A waypoint does not follow rules from here")
            .meaning(
                "A VirtualService for the mesh with http or tls rules, or a DestinationRule with"
                    + " settings of requests, or a route of the Gateway API with the Service as"
                    + " parent, is for a Service that uses a waypoint, and it is"
                    + " neither in the namespace of the Service nor in that of the waypoint (a"
                    + " DestinationRule: nor in the root namespace). No workload of its namespace"
                    + " has a sidecar.")
            .why("The waypoint routes as without it.")
            .fix("Put it into the namespace of the Service")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.NAMESPACES, Need.SERVICES)
            .codes("KIA0212", "KIA1114"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    List<String> hosts = RequestRouting.hosts(manifest, mesh);
    String namespace = Names.namespace(manifest);
    boolean root = manifest instanceof DestinationRule && namespace.equals(mesh.rootNamespace());
    for (int i = 0; i < hosts.size() && !root; i++) {
      for (MeshService service : mesh.services().withHost(hosts.get(i))) {
        Optional<String> waypoint = Ambient.waypoint(service, mesh);
        if (waypoint.isPresent()
            && !service.namespace().equals(namespace)
            && !waypoint.get().startsWith(namespace + "/")
            && mesh.workloads().in(namespace).stream()
                .noneMatch(workload -> mesh.workloads().proxy(workload).isEnvoy())) {
          report
              .add(
                  RequestRouting.path(manifest, i, mesh),
                  "The waypoint "
                      + waypoint.get()
                      + " of "
                      + service.host()
                      + " follows rules of "
                      + service.namespace()
                      + " and of its own namespace only.")
              .related(service.manifest(), "metadata.labels", "uses the waypoint");
          return;
        }
      }
    }
  }
}
