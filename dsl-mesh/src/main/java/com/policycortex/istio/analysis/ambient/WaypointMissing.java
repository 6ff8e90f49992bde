package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.WorkloadManifest;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A label names a waypoint that is not there. */
final class WaypointMissing extends Check<Manifest> {

  WaypointMissing() {
    super(
        Subject.MANIFESTS,
        CheckInfo.error("AMBIENT-WAYPOINT-MISSING", "A label names a waypoint that is not there")
            .meaning(
                "istio.io/use-waypoint of a Namespace, Service, ServiceEntry or of pods names no"
                    + " Gateway of class istio-waypoint, in the namespace or in the one that"
                    + " istio.io/use-waypoint-namespace names; or one in another namespace, whose"
                    + " listener takes nothing of this one (allowedRoutes, which is for its own"
                    + " namespace where nothing is written).")
            .why(
                "Traffic does not take a waypoint: routes and policies for it are not enforced, and"
                    + " nobody is refused.")
            .fix("Create the waypoint, or name one that is there")
            .needs(Need.API_GATEWAYS)
            .codes("KIA1313"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    if (manifest instanceof Namespace namespace) {
      check(namespace.metadata().labels(), namespace.name(), true, "metadata.labels", mesh, report);
    } else if (manifest instanceof Service || manifest instanceof ServiceEntry) {
      String own = Names.namespace(manifest);
      boolean isPlaced = manifest.namespace().isPresent();
      check(manifest.metadata().labels(), own, isPlaced, "metadata.labels", mesh, report);
    } else if (manifest instanceof WorkloadManifest) {
      Workloads.of(manifest)
          .ifPresent(
              workload ->
                  check(
                      workload.labels(),
                      workload.namespace(),
                      manifest.namespace().isPresent(),
                      "metadata.name",
                      mesh,
                      report));
    }
  }

  private static void check(
      Map<String, String> labels,
      String namespace,
      boolean isPlaced,
      String path,
      MeshView mesh,
      Report report) {
    Optional<String> named = Ambient.named(labels, namespace);
    if (named.isEmpty()) {
      return;
    }
    int slash = named.get().indexOf('/');
    Optional<RawManifest> gateway =
        mesh.gatewayApi()
            .gateway(named.get().substring(0, slash), named.get().substring(slash + 1));
    if (gateway.isEmpty()) {
      Draft draft = report.add(path, "There is no waypoint " + named.get() + ".");
      Given given = mesh.memo(Given.class, Given::of);
      String name = named.get().substring(slash + 1);
      if (given.byName().getOrDefault(name, List.of()).stream()
          .anyMatch(waypoint -> !isPlaced || waypoint.namespace().isEmpty())) {
        // What says no namespace goes where kubectl or kustomize puts it.
        draft.severity(Severity.INFO);
      }
      given.names().nearest(named.get()).ifPresent(near -> draft.hint("Name " + near));
    } else if (!isWaypoint(gateway.get())) {
      report
          .add(path, "The Gateway " + named.get() + " is no waypoint.")
          .related(gateway.get(), "spec.gatewayClassName", "is of another class");
    } else if (!mesh.waypoints().takes(gateway.get(), namespace)) {
      report
          .add(path, "The waypoint " + named.get() + " takes nothing of the namespace " + namespace)
          .hint("Write allowedRoutes: {namespaces: {from: All}} at its listener, or a selector")
          .related(gateway.get(), "spec.listeners", "is for other namespaces");
    }
  }

  private static boolean isWaypoint(RawManifest gateway) {
    return Untyped.text(Untyped.object(gateway.body(), "spec"), "gatewayClassName")
        .orElse("")
        .contains("waypoint");
  }

  /** The waypoints of a mesh. */
  private record Given(NearNames names, Map<String, List<RawManifest>> byName) {

    static Given of(MeshView mesh) {
      List<RawManifest> waypoints =
          mesh.allRaw(GatewayApi.GROUP, "Gateway").stream()
              .filter(WaypointMissing::isWaypoint)
              .toList();
      return new Given(
          NearNames.of(waypoints.stream().map(Names::qualified).toList()),
          waypoints.stream().collect(Collectors.groupingBy(RawManifest::name)));
    }
  }
}
