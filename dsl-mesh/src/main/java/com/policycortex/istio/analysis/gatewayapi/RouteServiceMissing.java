package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.List;

/** A route is for a Service that is not there, or for a port that it does not have. */
final class RouteServiceMissing extends Check<RawManifest> {

  RouteServiceMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error("GWAPI-ROUTE-SERVICE-MISSING", "A route is for a Service that is not there")
            .meaning(
                "A parentRef of an HTTPRoute, GRPCRoute, TLSRoute or TCPRoute names a Service or"
                    + " ServiceEntry that is not there, or a port that it does not have. Without a"
                    + " port the route is for all of them. Where no Service of the namespace is"
                    + " given, it is a hint.")
            .why("Nobody follows the route: requests to the service go as without it.")
            .fix("Name a Service and port that are there")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    for (RouteAttachment attachment : mesh.gatewayApi().attachments(manifest)) {
      if (attachment.isAttached() || !attachment.isOfMesh()) {
        continue;
      }
      switch (attachment.refusal().orElseThrow()) {
        case PARENT_MISSING -> missing(attachment.reference(), mesh, report);
        case PORT_MISSING -> port(attachment, report);
        default -> {} // what other checks say
      }
    }
  }

  private static void missing(ApiRoute.Reference parent, MeshView mesh, Report report) {
    boolean service = parent.kind().equals("Service");
    String host = Names.serviceHost(parent.name(), parent.namespace());
    NearNames known =
        service
            ? GivenNames.in(parent.namespace(), Service.KIND, mesh)
            : GivenNames.in(parent.namespace(), ServiceEntry.KIND, mesh);
    Severity severity =
        service
            ? GivenNamespaces.severity(host, Severity.ERROR, mesh)
            : known.isEmpty() ? Severity.INFO : Severity.ERROR;
    Draft draft =
        report
            .add(
                parent.path(),
                "There is no "
                    + parent.kind()
                    + " "
                    + parent.qualifiedName()
                    + (service ? GivenNamespaces.doubt(host, mesh) : "")
                    + ".")
            .severity(severity);
    known.nearest(parent.name()).ifPresent(near -> draft.hint("Name " + near));
    known
        .slip(parent.name())
        .ifPresent(
            slip ->
                draft.repair("Name " + slip, change -> change.set(parent.path() + ".name", slip)));
  }

  private static void port(RouteAttachment attachment, Report report) {
    ApiRoute.Reference parent = attachment.reference();
    Manifest there = attachment.parent().orElseThrow();
    List<String> ports = ports(there);
    report
        .add(
            parent.path(),
            parent.kind()
                + " "
                + parent.qualifiedName()
                + " has no port "
                + parent.port()
                + "; it has "
                + (ports.isEmpty() ? "none" : String.join(", ", ports))
                + ".")
        .related(there, "spec.ports", "has other ports");
  }

  private static List<String> ports(Manifest manifest) {
    if (manifest instanceof Service service) {
      return service.ports().stream().map(port -> String.valueOf(port.port())).toList();
    }
    return manifest instanceof ServiceEntry entry
        ? entry.ports().stream().map(port -> String.valueOf(port.number())).toList()
        : List.of();
  }
}
