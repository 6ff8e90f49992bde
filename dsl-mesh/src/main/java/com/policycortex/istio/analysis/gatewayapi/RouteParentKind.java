package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.mesh.RouteAttachment.Refusal;
import com.policycortex.istio.model.RawManifest;
import java.util.Map;
import java.util.Optional;

/** The group and kind of a route's parent are of nothing that takes routes. */
final class RouteParentKind extends Check<RawManifest> {

  // The kinds that take routes, and their groups.
  private static final Map<String, String> GROUPS =
      Map.of("Gateway", GatewayApi.GROUP, "Service", "", "ServiceEntry", GatewayApi.ISTIO_GROUP);

  RouteParentKind() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error("GWAPI-ROUTE-PARENT-KIND", "A route's parent is of no kind that takes one")
            .meaning(
                "A parentRef of an HTTPRoute, GRPCRoute, TLSRoute or TCPRoute has a kind that its"
                    + " group does not have, or that takes no routes. The group is"
                    + " gateway.networking.k8s.io where none is written: a Service needs group:"
                    + " \"\", and a ServiceEntry group: networking.istio.io. Istio's own Gateway"
                    + " takes VirtualServices only. Nothing is told of a route that only Gateways"
                    + " of other controllers take, by itself or by a route that is its parent.")
            .why(
                "istiod takes the route for another controller's, and leaves it out without a"
                    + " word: requests go as without it.")
            .fix(
                "Name a Gateway of the Gateway API, a Service with group: \"\", or a ServiceEntry"));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    if (mesh.gatewayApi().isLeftToOthers(manifest)) {
      return; // other controllers have kinds of parents of their own
    }
    for (RouteAttachment attachment : mesh.gatewayApi().attachments(manifest)) {
      if (attachment.refusal().equals(Optional.of(Refusal.KIND_UNKNOWN))) {
        add(attachment.reference(), report);
      }
    }
  }

  private static void add(ApiRoute.Reference parent, Report report) {
    String group = GROUPS.get(parent.kind());
    Draft draft =
        report.add(
            parent.path(),
            group == null
                ? parent.kind() + of(parent.group()) + " is not a kind that takes routes."
                : "There is no kind " + parent.kind() + of(parent.group()) + " that takes routes.");
    boolean istioGateway =
        parent.kind().equals("Gateway") && parent.group().equals(GatewayApi.ISTIO_GROUP);
    if (istioGateway) {
      draft.hint("Attach the route to a Gateway of the Gateway API, or write a VirtualService");
    } else if (group != null) {
      String written = group.isEmpty() ? "\"\"" : group;
      draft
          .hint("Write group: " + written)
          .repair("Write group: " + written, change -> change.set(parent.path() + ".group", group))
          .changing("the route is followed");
    }
  }

  private static String of(String group) {
    return group.isEmpty() ? " of Kubernetes' core group" : " in the group " + group;
  }
}
