package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.ApiRouting;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.model.RawManifest;
import java.util.List;
import java.util.Optional;

/** A route for one port of a Service is outranked by one for all of its ports. */
final class RoutePortOutranked extends Check<RawManifest> {

  RoutePortOutranked() {
    super(
        Subject.raw(GatewayApi.GROUP, List.of("HTTPRoute", "GRPCRoute")),
        CheckInfo.warning(
                "GWAPI-ROUTE-PORT-OUTRANKED",
                "A route for a port is beside one for all ports of the Service")
            .meaning(
                "A parentRef names a port of a Service or ServiceEntry, and an HTTPRoute or"
                    + " GRPCRoute of the same namespace names it without a port. It is not told"
                    + " where the one for the port is known to be older.")
            .why(
                "istiod does not join the two. The older one decides: if that is the one for all"
                    + " ports, the one for the port never gets a request.")
            .fix("Name a port in both, or none, so that their rules are joined"));
  }

  @Override
  public void check(RawManifest route, MeshView mesh, Report report) {
    for (RouteAttachment attachment : mesh.gatewayApi().attachments(route)) {
      long port = attachment.reference().port();
      if (port == 0 || !attachment.isAttached() || !attachment.isOfMesh()) {
        continue;
      }
      for (String host : attachment.hosts()) {
        Optional<ApiRouting> own = routing(host, port, attachment, mesh);
        Optional<ApiRouting> all = routing(host, 0, attachment, mesh);
        if (own.isPresent() && all.isPresent()) {
          RawManifest first = all.get().first();
          Optional<String> age = Precedence.creationTimestamp(first);
          Optional<String> ownAge = Precedence.creationTimestamp(own.get().first());
          boolean known = age.isPresent() && ownAge.isPresent();
          if (!known || age.get().compareTo(ownAge.get()) < 0) {
            report
                .add(
                    attachment.reference().path() + ".port",
                    first.kindName()
                        + " "
                        + Names.qualified(first)
                        + " is for all ports of "
                        + host
                        + (known
                            ? " and older: no request to port " + port + " follows this route."
                            : ": if it is older, no request to port "
                                + port
                                + " follows this route."))
                .related(first, "spec.parentRefs", "is for all ports");
            break;
          }
        }
      }
    }
  }

  private static Optional<ApiRouting> routing(
      String host, long port, RouteAttachment of, MeshView mesh) {
    for (ApiRouting routing : mesh.gatewayApi().routings(host)) {
      if (routing.isOfRequests()
          && routing.namespace().equals(of.route().namespace())
          && routing.port().orElse(0L) == port) {
        return Optional.of(routing);
      }
    }
    return Optional.empty();
  }
}
