package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;

/** A route is attached to a Gateway that does not take it. */
final class RouteParentMissing extends Check<RawManifest> {

  RouteParentMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error(
                "GWAPI-ROUTE-PARENT-MISSING", "A route is attached to what does not take it")
            .meaning(
                "A parentRef of an HTTPRoute, GRPCRoute, TLSRoute or TCPRoute names no Gateway"
                    + " among the manifests, or no listener of it (sectionName, port), or a Gateway"
                    + " none of whose listeners takes routes of this kind and namespace: its"
                    + " protocol is for others, or allowedRoutes is; or it names a waypoint, which"
                    + " takes no routes.")
            .why("The route is not served: its requests are answered with 404, or reset.")
            .fix("Name a Gateway and listener that take the route, or let the listener allow it")
            .needs(Need.API_GATEWAYS)
            .codes("KIA1401"));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    for (RouteAttachment attachment : mesh.gatewayApi().attachments(manifest)) {
      if (attachment.isAttached() || attachment.isOfMesh()) {
        continue;
      }
      switch (attachment.refusal().orElseThrow()) {
        case PARENT_MISSING -> missing(attachment.reference(), mesh, report);
        case WAYPOINT -> waypoint(attachment, report);
        case LISTENER_MISSING -> listener(attachment, report);
        case LISTENER_KIND -> {
          if (!isOfAnother(attachment, mesh)) {
            none(attachment, "a " + manifest.kindName(), "kinds", report);
          }
        }
        case LISTENER_NAMESPACE ->
            none(
                attachment,
                "routes of the namespace " + attachment.route().namespace(),
                "namespaces",
                report);
        default -> {} // what other checks say
      }
    }
  }

  // Which protocol takes which routes is each controller's own.
  private static boolean isOfAnother(RouteAttachment attachment, MeshView mesh) {
    return attachment.parent().orElseThrow() instanceof RawManifest gateway
        && mesh.gatewayApi().isOfAnother(gateway);
  }

  private static void missing(ApiRoute.Reference parent, MeshView mesh, Report report) {
    Draft draft = report.add(parent.path(), "There is no Gateway " + parent.qualifiedName() + ".");
    // Where no Gateway of the namespace is given, they may all be in other manifests.
    if (mesh.gatewayApi().in(parent.namespace(), "Gateway").isEmpty()) {
      draft.severity(Severity.WARNING);
    }
    GivenNames.apiGateways(mesh)
        .nearest(parent.qualifiedName())
        .ifPresent(near -> draft.hint("Name " + near));
  }

  private static void waypoint(RouteAttachment attachment, Report report) {
    report
        .add(
            attachment.reference().path(),
            "Gateway "
                + attachment.reference().qualifiedName()
                + " is a waypoint, which takes no routes.")
        .hint("Attach the route to the Services that use the waypoint")
        .related(parent(attachment), "spec.gatewayClassName", "is a waypoint");
  }

  private static void listener(RouteAttachment attachment, Report report) {
    report
        .add(
            attachment.reference().path(),
            "Gateway "
                + attachment.reference().qualifiedName()
                + " has no listener"
                + attachment.route().named(attachment.reference())
                + ".")
        .related(parent(attachment), "spec.listeners", "has others");
  }

  private static void none(RouteAttachment attachment, String what, String others, Report report) {
    report
        .add(
            attachment.reference().path(),
            "No listener"
                + attachment.route().named(attachment.reference())
                + " of Gateway "
                + attachment.reference().qualifiedName()
                + " takes "
                + what
                + ".")
        .related(parent(attachment), attachment.listeners().get(0).path(), "takes other " + others);
  }

  private static Manifest parent(RouteAttachment attachment) {
    return attachment.parent().orElseThrow();
  }
}
