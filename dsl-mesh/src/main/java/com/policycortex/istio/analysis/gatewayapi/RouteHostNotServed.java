package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.validation.Hosts;
import java.util.List;
import java.util.Optional;

/** No listener has a host of a route. */
final class RouteHostNotServed extends Check<RawManifest> {

  RouteHostNotServed() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error("GWAPI-ROUTE-HOST-NOT-SERVED", "No listener has the hosts of a route")
            .meaning(
                "The listeners to which a route is attached have host names, and none of them"
                    + " overlaps a host name of the route.")
            .why("The route is accepted by the API server and serves nothing: 404.")
            .fix("Add the host to a listener, or attach the route to the listener that has it")
            .needs(Need.API_GATEWAYS));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    ApiRoute route = new ApiRoute(manifest);
    if (route.hostnames().isEmpty()) {
      return;
    }
    for (ApiRoute.Reference parent : route.parents()) {
      Optional<RawManifest> found =
          parent.kind().equals("Gateway")
              ? mesh.gatewayApi().gateway(parent.namespace(), parent.name())
              : Optional.empty();
      if (found.isEmpty()) {
        continue;
      }
      List<ApiGateway.Listener> named = route.listeners(parent, found.get());
      boolean served =
          named.isEmpty()
              || named.stream()
                  .anyMatch(
                      listener ->
                          listener.hostname().isEmpty()
                              || route.hostnames().stream()
                                  .anyMatch(host -> Hosts.overlap(host, listener.hostname())));
      if (!served) {
        report
            .add(
                "spec.hostnames",
                "No listener"
                    + route.named(parent)
                    + " of Gateway "
                    + parent.qualifiedName()
                    + " has one of "
                    + route.hostnames()
                    + ".")
            .related(found.get(), "spec.listeners", "has other hosts")
            .witness(
                Witness.request(
                    "GET", route.hostnames().get(0).replace("*", "a"), "/", "gets 404"));
      }
    }
  }
}
