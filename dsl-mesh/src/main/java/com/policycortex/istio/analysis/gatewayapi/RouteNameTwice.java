package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.model.RawManifest;
import java.util.Optional;

/** A GRPCRoute has the name of an HTTPRoute. */
final class RouteNameTwice extends Check<RawManifest> {

  RouteNameTwice() {
    super(
        Subject.raw(GatewayApi.GROUP, "GRPCRoute"),
        CheckInfo.error("GWAPI-ROUTE-NAME-TWICE", "A GRPCRoute has the name of an HTTPRoute")
            .meaning(
                "An HTTPRoute of the namespace has the name of the GRPCRoute, and both are attached"
                    + " to a Gateway of Istio, a Service or a ServiceEntry; their hosts do not"
                    + " matter.")
            .why(
                "istiod makes VirtualServices of both, numbers them for each parent and host, and"
                    + " names them by the route. Where two have one name it keeps that of the"
                    + " HTTPRoute: the first hosts of the GRPCRoute, as many as the HTTPRoute has,"
                    + " are served by nobody.")
            .fix("Give the GRPCRoute another name"));
  }

  @Override
  public void check(RawManifest route, MeshView mesh, Report report) {
    Optional<RawManifest> other =
        mesh.findRaw(GatewayApi.GROUP, "HTTPRoute", Names.namespace(route), route.name());
    if (other.isEmpty() || !isFollowed(route, mesh) || !isFollowed(other.get(), mesh)) {
      return;
    }
    Draft draft =
        report
            .add(
                "metadata.name",
                "HTTPRoute "
                    + Names.qualified(other.get())
                    + " has the name as well, and istiod loses of this GRPCRoute as many hosts as"
                    + " that one has, the first ones.")
            .related(other.get(), "metadata.name", "has the same name");
    new ApiRoute(route)
        .hostnames().stream()
            .limit(1)
            .forEach(
                host ->
                    draft.witness(
                        Witness.request(
                            "POST", host.replace("*", "a"), "/service/method", "gets 404")));
  }

  private static boolean isFollowed(RawManifest route, MeshView mesh) {
    for (RouteAttachment attachment : mesh.gatewayApi().attachments(route)) {
      boolean istio =
          attachment.isOfMesh()
              || (attachment.parent().isPresent()
                  && attachment.parent().get() instanceof RawManifest gateway
                  && mesh.gatewayApi().isOfIstio(gateway));
      if (istio && attachment.isAttached()) {
        return true;
      }
    }
    return false;
  }
}
