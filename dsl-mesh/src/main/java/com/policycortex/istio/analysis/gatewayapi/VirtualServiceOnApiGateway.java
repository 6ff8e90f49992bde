package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.List;
import java.util.Optional;

/** A VirtualService names a Gateway of the Gateway API. */
final class VirtualServiceOnApiGateway extends Check<VirtualService> {

  VirtualServiceOnApiGateway() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error(
                "VS-GATEWAY-OF-GATEWAY-API", "A VirtualService names a Gateway of the Gateway API")
            .meaning(
                "A name in spec.gateways is that of a Gateway of the Gateway API"
                    + " (gateway.networking.k8s.io), and no Gateway of Istio (networking.istio.io)"
                    + " is called so.")
            .why(
                "istiod gives such a gateway the routes of the Gateway API alone. The"
                    + " VirtualService is taken without a word, and nobody serves it there:"
                    + " requests for its hosts get 404.")
            .fix("Write an HTTPRoute for it, or bind the VirtualService to a Gateway of Istio")
            .needs(Need.API_GATEWAYS));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    List<String> gateways = service.gateways();
    for (int i = 0; i < gateways.size(); i++) {
      String name = Names.gateway(gateways.get(i), Names.namespace(service));
      int slash = name.indexOf('/');
      if (slash > 0 && mesh.find(Gateway.KIND, name).isEmpty()) {
        Optional<RawManifest> gateway =
            mesh.gatewayApi().gateway(name.substring(0, slash), name.substring(slash + 1));
        if (gateway.isPresent()) {
          finding(service, "spec.gateways[" + i + "]", gateway.get(), mesh, report);
        }
      }
    }
  }

  private static void finding(
      VirtualService service, String path, RawManifest gateway, MeshView mesh, Report report) {
    Draft draft =
        report
            .add(
                path,
                Names.qualified(gateway)
                    + " is a Gateway of the Gateway API, which serves routes of the Gateway API"
                    + " and no VirtualService: this one has no effect there.")
            .hint(
                "Write "
                    + (service.http().isEmpty() ? "a TLSRoute or TCPRoute" : "an HTTPRoute")
                    + " with parentRefs: [{name: "
                    + gateway.name()
                    + ", namespace: "
                    + Names.namespace(gateway)
                    + "}]"
                    + (service.hosts().isEmpty() || service.hosts().contains("*")
                        ? ""
                        : " and hostnames: " + service.hosts())
                    + ", or bind the VirtualService to a Gateway of Istio")
            .related(gateway, "spec.listeners", "takes routes of the Gateway API alone");
    Optional<String> host =
        service.hosts().stream().filter(it -> !isServed(it, gateway, mesh)).findFirst();
    if (host.isPresent() && !service.http().isEmpty()) {
      draft.witness(
          Witness.request("GET", host.get().replace("*", "a"), "/", "gets 404 at the gateway"));
    }
  }

  // A route that is there already may answer.
  private static boolean isServed(String host, RawManifest gateway, MeshView mesh) {
    return mesh.gatewayApi().attachedTo(gateway).stream()
        .filter(RouteAttachment::isAttached)
        .map(attachment -> attachment.route().hostnames())
        .anyMatch(
            hosts -> hosts.isEmpty() || hosts.stream().anyMatch(it -> Hosts.overlap(it, host)));
  }
}
