package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A route is for a Service whose ports carry something else. */
final class RouteKindNotOfPort extends Check<RawManifest> {

  RouteKindNotOfPort() {
    super(
        Subject.raw(GatewayApi.GROUP, List.of("HTTPRoute", "GRPCRoute", "TCPRoute")),
        CheckInfo.error(
                "GWAPI-ROUTE-KIND-NOT-OF-PORT",
                "A route is for another protocol than the Service's ports have")
            .meaning(
                "A parentRef names a Service none of whose ports is of the route's protocol, or a"
                    + " port of it that is not. HTTPRoutes and GRPCRoutes are asked on ports that"
                    + " are declared as HTTP, HTTP2, gRPC or not at all, TCPRoutes on none that is"
                    + " declared as HTTP or TLS. A port is declared by its appProtocol, else by its"
                    + " name up to the first hyphen.")
            .why(
                "The proxy carries the connection to the Service and asks no rule of the route: no"
                    + " weights, no timeouts, no redirects.")
            .fix("Declare the port as what it carries, or write a route for that")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(RawManifest route, MeshView mesh, Report report) {
    boolean http = !route.kindName().equals("TCPRoute");
    for (RouteAttachment attachment : mesh.gatewayApi().attachments(route)) {
      if (attachment.isAttached()
          && attachment.isOfMesh()
          && attachment.parent().orElseThrow() instanceof Service service) {
        List<MeshPort> ports = ports(service, attachment.reference().port());
        if (!ports.isEmpty() && ports.stream().noneMatch(port -> isAsked(http, port.protocol()))) {
          report
              .add(
                  attachment.reference().path(),
                  "Service "
                      + attachment.reference().qualifiedName()
                      + " has no port for "
                      + (http ? "HTTP" : "TCP")
                      + (attachment.reference().port() == 0 ? ", only " : " there, but ")
                      + ports.stream()
                          .map(port -> port + " (" + port.protocol() + ")")
                          .collect(Collectors.joining(", "))
                      + ": its connections go past the route.")
              .related(service, "spec.ports", "is declared otherwise");
        }
      }
    }
  }

  // An alias has the ports of another host.
  private static List<MeshPort> ports(Service service, long number) {
    List<MeshPort> ports = new ArrayList<>();
    for (MeshService of : Services.of(service)) {
      if (!of.isExternalName()) {
        for (MeshPort port : of.ports()) {
          if (number == 0 || port.number() == number) {
            ports.add(port);
          }
        }
      }
    }
    return ports;
  }

  private static boolean isAsked(boolean http, Protocol declared) {
    return declared == Protocol.AUTO || (http ? declared.isHttp() : declared.isTcp());
  }
}
