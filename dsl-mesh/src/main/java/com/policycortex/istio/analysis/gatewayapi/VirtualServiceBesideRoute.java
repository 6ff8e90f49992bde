package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.mesh.Routing;
import com.policycortex.istio.mesh.SidecarScope;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Optional;

/** A VirtualService and a route of the Gateway API are for the same service. */
final class VirtualServiceBesideRoute extends Check<VirtualService> {

  VirtualServiceBesideRoute() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "VS-AND-ROUTE-SAME-HOST", "A VirtualService and an HTTPRoute are for one service")
            .meaning(
                "The VirtualService is for sidecars and has the host of a Service or ServiceEntry to"
                    + " which an HTTPRoute or GRPCRoute is attached (a parentRef).")
            .why(
                "istiod makes a VirtualService of the route, and of several for a host the oldest"
                    + " wins: one of the two has no effect, and which is not written here.")
            .fix("Say it all in one of the two"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (!VirtualServices.isForSidecars(service)) {
      return;
    }
    List<String> hosts = VirtualServices.hosts(service);
    for (int i = 0; i < hosts.size(); i++) {
      for (MeshService target : mesh.services().withHost(hosts.get(i))) {
        Optional<RawManifest> route =
            mesh.gatewayApi().attachedTo(target).stream()
                .filter(RouteAttachment::isAttached)
                .map(it -> it.route().manifest())
                .filter(it -> !it.kindName().equals("TCPRoute"))
                .findFirst();
        if (route.isPresent()) {
          Draft draft =
              report
                  .add(
                      "spec.hosts[" + i + "]",
                      route.get().kindName()
                          + " "
                          + Names.qualified(route.get())
                          + " is for "
                          + hosts.get(i)
                          + " as well.")
                  .related(route.get(), "spec.parentRefs", "is for the same Service")
                  .witness(Witness.request("GET", hosts.get(i), "/", "follows one of the two"));
          winner(route.get(), target, mesh)
              .ifPresent(
                  first ->
                      draft.hint(
                          "Say it all in one of the two: proxies of "
                              + target.namespace()
                              + " follow "
                              + first.resourceId().kind()
                              + " "
                              + Names.qualified(first)
                              + ", those of other namespaces the older of the two"));
          return;
        }
      }
    }
  }

  // For proxies of their own namespace routes come first among what is seen as widely, whatever
  // their age; which is older is seldom written.
  private static Optional<Manifest> winner(RawManifest route, MeshService target, MeshView mesh) {
    if (!Names.namespace(route).equals(target.namespace()) || target.ports().isEmpty()) {
      return Optional.empty();
    }
    SidecarScope scope = mesh.sidecars().scopeOfNamespace(target.namespace());
    return target.ports().stream()
        .flatMap(port -> scope.routing(target.host(), port.number()).stream())
        .findFirst()
        .map(Routing::first);
  }
}
