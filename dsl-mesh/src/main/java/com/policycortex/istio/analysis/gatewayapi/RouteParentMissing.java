package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.RawManifest;
import java.util.List;
import java.util.Optional;

/** A route is attached to what does not take it. */
final class RouteParentMissing extends Check<RawManifest> {

  RouteParentMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error(
                "GWAPI-ROUTE-PARENT-MISSING", "A route is attached to what does not take it")
            .meaning(
                "A parentRef of an HTTPRoute, GRPCRoute, TLSRoute or TCPRoute names no Gateway"
                    + " among the manifests, or no listener of it (sectionName, port), or a Gateway"
                    + " none of whose listeners takes routes of this kind or namespace"
                    + " (allowedRoutes).")
            .why("The route is not served: its requests are answered with 404, or reset.")
            .fix("Name a Gateway and listener that take the route, or let the listener allow it")
            .needs(Need.API_GATEWAYS)
            .codes("KIA1401"));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    ApiRoute route = new ApiRoute(manifest);
    for (ApiRoute.Reference parent : route.parents()) {
      if (!parent.kind().equals("Gateway")) {
        continue;
      }
      Optional<RawManifest> found = mesh.gatewayApi().gateway(parent.namespace(), parent.name());
      if (found.isEmpty()) {
        missing(parent, mesh, report);
        continue;
      }
      List<ApiGateway.Listener> named = route.listeners(parent, found.get());
      if (named.isEmpty()) {
        report
            .add(
                parent.path(),
                "Gateway "
                    + parent.qualifiedName()
                    + " has no listener"
                    + route.named(parent)
                    + ".")
            .related(found.get(), "spec.listeners", "has others");
      } else if (named.stream().noneMatch(it -> it.takesKind(manifest.kindName()))) {
        report
            .add(
                parent.path(),
                "No listener"
                    + route.named(parent)
                    + " of Gateway "
                    + parent.qualifiedName()
                    + " takes a "
                    + manifest.kindName()
                    + ".")
            .related(found.get(), named.get(0).path(), "takes other kinds");
      } else if (named.stream()
          .noneMatch(it -> it.takesNamespace(route.namespace(), parent.namespace(), mesh))) {
        report
            .add(
                parent.path(),
                "No listener"
                    + route.named(parent)
                    + " of Gateway "
                    + parent.qualifiedName()
                    + " takes routes of the namespace "
                    + route.namespace()
                    + ".")
            .related(found.get(), named.get(0).path() + ".allowedRoutes", "takes other namespaces");
      }
    }
  }

  private static void missing(ApiRoute.Reference parent, MeshView mesh, Report report) {
    Draft draft = report.add(parent.path(), "There is no Gateway " + parent.qualifiedName() + ".");
    List<String> known =
        mesh.allRaw(GatewayApi.GROUP, "Gateway").stream().map(Names::qualified).toList();
    Suggestions.nearest(parent.qualifiedName(), known)
        .ifPresent(near -> draft.hint("Name " + near));
  }
}
