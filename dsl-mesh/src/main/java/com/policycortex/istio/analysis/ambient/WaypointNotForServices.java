package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A waypoint that takes no requests to services is named for a service. */
final class WaypointNotForServices extends Check<Manifest> {

  private static final String SERVICE = "service";
  private static final Set<String> SERVING = Set.of(SERVICE, "all");
  private static final String LABEL = "metadata.labels." + Ambient.WAYPOINT;

  /** A waypoint, and what istio.io/waypoint-for says of it. */
  private record Idle(RawManifest gateway, String traffic) {}

  WaypointNotForServices() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning(
                "AMBIENT-WAYPOINT-NOT-FOR-SERVICES", "A waypoint does not serve the service")
            .meaning(
                "istio.io/waypoint-for of a waypoint, or of its GatewayClass, is neither service"
                    + " nor all, and a Service or ServiceEntry names the waypoint itself, or"
                    + " targetRefs of a policy name one that uses it, or a route of the Gateway API"
                    + " has one in ambient mode as parent. A Namespace that names it is"
                    + " reported where the waypoint is not for workloads either.")
            .why(
                "Requests to the service do not take the waypoint: nobody enforces its policies and"
                    + " routes, and nobody is refused.")
            .fix("Label the waypoint with istio.io/waypoint-for: service, or all")
            .needs(Need.API_GATEWAYS));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    if (manifest instanceof Namespace namespace) {
      named(manifest, namespace.name(), mesh)
          .filter(idle -> !idle.traffic().equals("workload"))
          .ifPresent(idle -> add(LABEL, "The namespace " + namespace.name(), idle, report));
    } else if (manifest instanceof Service || manifest instanceof ServiceEntry) {
      named(manifest, Names.namespace(manifest), mesh)
          .ifPresent(idle -> add(LABEL, manifest.resourceId().toString(), idle, report));
    } else if (manifest instanceof RawManifest) {
      parents(manifest, mesh, report);
    } else {
      targets(manifest, mesh, report);
    }
  }

  // Sidecars follow the route all the same; in an ambient namespace there is the waypoint only.
  private static void parents(Manifest route, MeshView mesh, Report report) {
    List<String> hosts = RequestRouting.hosts(route, mesh);
    for (int i = 0; i < hosts.size(); i++) {
      for (MeshService service : mesh.services().withHost(hosts.get(i))) {
        Optional<Idle> idle =
            Ambient.isAmbient(service.namespace(), mesh)
                ? Ambient.waypoint(service, mesh).flatMap(waypoint -> idle(waypoint, mesh))
                : Optional.empty();
        String path = RequestRouting.path(route, i, mesh);
        idle.ifPresent(it -> add(path, service.manifest().resourceId().toString(), it, report));
      }
    }
  }

  private static void targets(Manifest policy, MeshView mesh, Report report) {
    List<TargetReference> targets = Policies.targetRefs(policy);
    String namespace = Names.namespace(policy);
    for (int i = 0; i < targets.size(); i++) {
      String path = targets.size() == 1 ? "spec" : "spec.targetRefs[" + i + "]";
      Optional<? extends Manifest> target = target(targets.get(i), namespace, mesh);
      if (target.isPresent()) {
        Ambient.waypoint(target.get().metadata().labels(), namespace, mesh)
            .flatMap(waypoint -> idle(waypoint, mesh))
            .ifPresent(idle -> add(path, target.get().resourceId().toString(), idle, report));
      }
    }
  }

  private static Optional<? extends Manifest> target(
      TargetReference target, String namespace, MeshView mesh) {
    return switch (target.kind()) {
      case "Service" -> mesh.find(Service.KIND, namespace, target.name());
      case "ServiceEntry" -> mesh.find(ServiceEntry.KIND, namespace, target.name());
      default -> Optional.empty();
    };
  }

  private static void add(String path, String who, Idle idle, Report report) {
    report
        .add(
            path,
            who
                + " uses the waypoint "
                + Names.qualified(idle.gateway())
                + ", which is for "
                + idle.traffic()
                + " and takes no requests to services.")
        .related(idle.gateway(), "metadata.labels", "is for " + idle.traffic());
  }

  private static Optional<Idle> named(Manifest manifest, String namespace, MeshView mesh) {
    return Ambient.named(manifest.metadata().labels(), namespace)
        .flatMap(waypoint -> idle(waypoint, mesh));
  }

  private static Optional<Idle> idle(String waypoint, MeshView mesh) {
    int slash = waypoint.indexOf('/');
    return mesh.gatewayApi()
        .gateway(waypoint.substring(0, slash), waypoint.substring(slash + 1))
        .map(gateway -> new Idle(gateway, mesh.waypoints().traffic(gateway)))
        .filter(idle -> !SERVING.contains(idle.traffic()));
  }
}
