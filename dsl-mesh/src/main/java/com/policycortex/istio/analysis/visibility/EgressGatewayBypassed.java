package com.policycortex.istio.analysis.visibility;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Optional;

/** Some traffic to a host does not take the egress gateway. */
final class EgressGatewayBypassed extends Check<ServiceEntry> {

  EgressGatewayBypassed() {
    super(
        Subject.of(ServiceEntry.KIND),
        CheckInfo.warning(
                "EGRESS-GATEWAY-BYPASS", "A port of a host goes around the egress gateway")
            .meaning(
                "A VirtualService leads sidecars' traffic for a host of the ServiceEntry to a"
                    + " gateway in the mesh, and no rule of it takes the traffic of another port of"
                    + " the ServiceEntry there.")
            .why("At that port workloads talk to the host directly, past the gateway's policies.")
            .fix("Route each port to the gateway, or leave the port out of the ServiceEntry")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(ServiceEntry entry, MeshView mesh, Report report) {
    for (String host : entry.hosts()) {
      for (VirtualService routes : mesh.virtualServices().withHost(host)) {
        if (!VirtualServices.isForSidecars(routes) || !mentionsGateway(routes, mesh)) {
          continue;
        }
        List<MeshPort> ports = Services.of(entry).get(0).ports();
        for (int i = 0; i < ports.size(); i++) {
          MeshPort port = ports.get(i);
          if (!takes(routes, port, mesh)) {
            report
                .add(
                    "spec.ports[" + i + "]",
                    "Traffic to "
                        + host
                        + " at port "
                        + port.number()
                        + " does not take the egress gateway.")
                .related(routes, "spec", "leads other ports of the host to the gateway")
                .witness(Witness.connection(host, (int) port.number(), "goes there directly"));
          }
        }
        return;
      }
    }
  }

  private static boolean mentionsGateway(VirtualService routes, MeshView mesh) {
    return Destinations.of(routes).stream()
        .anyMatch(use -> !use.use().isMirror() && isGateway(use, routes, mesh));
  }

  private static boolean isGateway(DestinationUse use, VirtualService routes, MeshView mesh) {
    String namespace = Names.namespace(routes);
    return mesh.services()
        .resolve(Names.host(use.destination().host(), namespace), namespace)
        .filter(
            service ->
                mesh.workloads().behind(service).stream()
                    .anyMatch(workload -> mesh.workloads().proxy(workload) == Proxy.GATEWAY))
        .isPresent();
  }

  private static boolean takes(VirtualService routes, MeshPort port, MeshView mesh) {
    boolean http = port.protocol().isHttp();
    for (DestinationUse use : Destinations.of(routes)) {
      if (use.use().isMirror() || !isGateway(use, routes, mesh)) {
        continue;
      }
      boolean matches =
          switch (use.use()) {
            case HTTP ->
                http
                    && (routes.http().get(use.rule()).match().isEmpty()
                        || routes.http().get(use.rule()).match().stream()
                            .anyMatch(it -> has(it.port(), it.gateways(), port)));
            case TLS ->
                !http
                    && routes.tls().get(use.rule()).match().stream()
                        .anyMatch(it -> has(it.port(), it.gateways(), port));
            case TCP ->
                !http
                    && (routes.tcp().get(use.rule()).match().isEmpty()
                        || routes.tcp().get(use.rule()).match().stream()
                            .anyMatch(it -> has(it.port(), it.gateways(), port)));
            case MIRROR -> false;
          };
      if (matches) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Optional<Long> wanted, List<String> gateways, MeshPort port) {
    return (wanted.isEmpty() || wanted.get() == port.number())
        && (gateways.isEmpty() || gateways.contains(Names.MESH));
  }
}
