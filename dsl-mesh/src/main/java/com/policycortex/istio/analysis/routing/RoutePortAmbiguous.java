package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A destination names no port, and its service has several. */
final class RoutePortAmbiguous extends Check<VirtualService> {

  RoutePortAmbiguous() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("REF-ROUTE-PORT-AMBIGUOUS", "A route does not say which port it means")
            .meaning(
                "The service of a route's or mirror's destination has several ports, and the"
                    + " destination names none. Sidecars then use the port that the caller asked"
                    + " for, which a gateway's caller never did: gateways use the port of their"
                    + " server, for example 443.")
            .why(
                "Unless the service has a port of that very number, requests are answered with 503;"
                    + " if it has, for certain, it is a warning: they may reach another port than"
                    + " was meant.")
            .fix("Write port.number in the destination")
            .needs(Need.SERVICES)
            .codes("IST0112"));
  }

  // At gateways alone; a sidecar's caller names the port.
  private static Optional<Long> onlyHttp(
      VirtualService service, DestinationUse use, MeshService to) {
    List<Long> numbers =
        to.ports().stream()
            .filter(port -> port.protocol().isHttp())
            .map(MeshPort::number)
            .distinct()
            .toList();
    boolean plain =
        use.use() == DestinationUse.Use.HTTP
            && !VirtualServices.isDelegate(service)
            && !VirtualServices.isForSidecars(service);
    return plain && numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
  }

  // Then the number that the request came in by is one of the service, and it is answered.
  private static boolean hasAllPortsAskedFor(
      VirtualService service, MeshService to, MeshView mesh) {
    if (VirtualServices.isDelegate(service)) {
      return false;
    }
    String namespace = Names.namespace(service);
    Set<Long> asked = new HashSet<>();
    for (String name : service.gateways().isEmpty() ? List.of(Names.MESH) : service.gateways()) {
      if (!name.equals(Names.MESH)) {
        Optional<Gateway> gateway = mesh.find(Gateway.KIND, Names.gateway(name, namespace));
        if (gateway.isEmpty()) {
          return false;
        }
        gateway.get().servers().forEach(server -> asked.add(server.port().number()));
        continue;
      }
      for (String host : service.hosts()) {
        Optional<MeshService> called =
            mesh.services().resolve(Names.host(host, namespace), namespace);
        if (called.isEmpty()) {
          return false;
        }
        called.get().ports().forEach(port -> asked.add(port.number()));
      }
    }
    return to.ports().stream().map(MeshPort::number).collect(Collectors.toSet()).containsAll(asked);
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    for (DestinationUse use : Destinations.of(service)) {
      if (use.destination().port().flatMap(PortSelector::number).isPresent()) {
        continue;
      }
      String host = Names.host(use.destination().host(), namespace);
      Optional<MeshService> to = mesh.services().resolve(host, namespace);
      if (to.isPresent() && to.get().ports().size() > 1) {
        Draft draft =
            report
                .add(
                    use.path(),
                    host + " has the ports " + to.get().ports() + ", and none is named.")
                .at(use.holder())
                .hint("Write port.number, one of " + to.get().ports())
                .related(to.get().manifest(), "spec.ports", "has the ports");
        if (hasAllPortsAskedFor(service, to.get(), mesh)) {
          draft.severity(Severity.WARNING);
        }
        onlyHttp(service, use, to.get())
            .ifPresent(
                number ->
                    draft.repair(
                        "Write the only port for HTTP",
                        change ->
                            change.set(
                                use.path() + ".port", JsonValue.object().with("number", number))));
      }
    }
  }
}
