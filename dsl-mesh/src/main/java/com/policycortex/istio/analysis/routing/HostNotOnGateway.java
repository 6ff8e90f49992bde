package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.Gateways;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.ServerHost;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A host of a VirtualService is served by none of its gateways. */
final class HostNotOnGateway extends Check<VirtualService> {

  HostNotOnGateway() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("VS-HOST-NOT-ON-GATEWAY", "A gateway does not serve a VirtualService")
            .meaning(
                "No server of a Gateway to which the VirtualService is bound has a host that"
                    + " overlaps one of its hosts, or the servers that do are for other namespaces"
                    + " (namespace/host). Where the gateways serve some of its hosts and not the"
                    + " others, those are told, as a warning.")
            .why("The gateway answers requests for these hosts with 404, or closes the connection.")
            .fix("Add the host to a server of the Gateway, or bind to the Gateway that has it")
            .needs(Need.GATEWAYS)
            .codes("IST0132"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (VirtualServices.isDelegate(service)) {
      return;
    }
    List<String> gateways = VirtualServices.gateways(service);
    for (int i = 0; i < gateways.size(); i++) {
      Optional<Gateway> gateway = mesh.find(Gateway.KIND, gateways.get(i));
      if (gateway.isPresent()
          && isTaken(gateway.get(), service)
          && !serves(gateway.get(), service)) {
        report
            .add(
                "spec.gateways[" + i + "]",
                "No server of Gateway "
                    + gateways.get(i)
                    + " serves "
                    + service.hosts()
                    + " for the namespace "
                    + Names.namespace(service)
                    + ".")
            .related(gateway.get(), "spec.servers", "has the servers")
            .witness(
                Witness.request(
                    "GET",
                    service.hosts().get(0).replace("*", "a"),
                    "/",
                    "gets 404 at the gateway"));
      }
    }
    if (!VirtualServices.isForSidecars(service)) {
      hosts(service, gateways, mesh, report);
    }
  }

  private static void hosts(
      VirtualService service, List<String> gateways, MeshView mesh, Report report) {
    List<String> hosts = VirtualServices.hosts(service);
    List<Integer> unserved = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      if (!mesh.gateways().mayServe(service, hosts.get(i))) {
        unserved.add(i);
      }
    }
    if (unserved.size() == hosts.size()) {
      return; // the gateways serve nothing of it, which is told already
    }
    for (int i : unserved) {
      String host = service.hosts().get(i);
      Draft draft =
          report
              .add(
                  "spec.hosts[" + i + "]",
                  "No server of "
                      + (gateways.size() == 1 ? "Gateway " : "the Gateways ")
                      + String.join(", ", gateways)
                      + " serves "
                      + host
                      + " for the namespace "
                      + Names.namespace(service)
                      + ", and the VirtualService is bound to nothing else.")
              .severity(Severity.WARNING)
              .witness(
                  Witness.request("GET", host.replace("*", "a"), "/", "gets 404 at the gateway"));
      gateways.forEach(
          name ->
              mesh.find(Gateway.KIND, name)
                  .ifPresent(gateway -> draft.related(gateway, "spec.servers", "has the servers")));
    }
  }

  // A host that istiod refuses is told where it stands, and nothing follows from it.
  private static boolean isTaken(Gateway gateway, VirtualService service) {
    return gateway.servers().stream()
            .flatMap(server -> server.hosts().stream())
            .map(host -> host.substring(host.indexOf('/') + 1))
            .allMatch(host -> Names.mayBeHost(host) && (host.equals("*") || host.contains(".")))
        && service.hosts().stream().allMatch(Names::mayBeHost);
  }

  private static boolean serves(Gateway gateway, VirtualService service) {
    return gateway.servers().stream()
        .anyMatch(server -> !Gateways.common(ServerHost.of(gateway, server), service).isEmpty());
  }
}
