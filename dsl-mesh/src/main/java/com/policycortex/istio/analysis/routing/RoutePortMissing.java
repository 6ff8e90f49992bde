package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue;
import java.util.Optional;

/** A destination names a port that its service does not have, or none where there are several. */
final class RoutePortMissing extends Check<VirtualService> {

  RoutePortMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("REF-ROUTE-PORT-MISSING", "A route leads to a port that is not there")
            .meaning("The service of a route's or mirror's destination has no port of the number.")
            .why(
                "The proxy has no cluster for the port: every request that is routed there is"
                    + " answered with 503, and its access log says NC.")
            .fix("Name a port of the service")
            .needs(Need.SERVICES)
            .codes("IST0101"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    for (DestinationUse use : Destinations.of(service)) {
      Optional<Long> port = use.destination().port().flatMap(PortSelector::number);
      if (port.isEmpty()) {
        continue;
      }
      String host = Names.host(use.destination().host(), namespace);
      Optional<MeshService> to = mesh.services().resolve(host, namespace);
      if (to.isPresent() && to.get().port(port.get()).isEmpty() && !to.get().ports().isEmpty()) {
        Draft draft =
            report
                .add(
                    use.path() + ".port.number",
                    host
                        + " has no port "
                        + port.get()
                        + " but "
                        + to.get().ports()
                        + ": what is routed there is answered with 503.")
                .at(use.holder())
                .witness(() -> RuleRequests.takenTo(service, use, "is answered with 503", mesh))
                .related(to.get().manifest(), "spec.ports", "has the ports");
        if (to.get().ports().size() > 1) {
          continue;
        }
        MeshPort one = to.get().ports().get(0);
        long only = one.number();
        if (one.protocol().isTls() && isPlain(use)) {
          draft.hint(
              "Give the service a port " + port.get() + " for HTTP: " + only + " is for TLS");
        } else {
          draft
              .hint("Write " + only)
              .repair(
                  "Write " + only,
                  change -> change.set(use.path() + ".port.number", JsonValue.of(only)));
        }
      }
    }
  }

  // Rules of http send HTTP as it is, which a port for TLS does not understand.
  private static boolean isPlain(DestinationUse use) {
    return use.use() == DestinationUse.Use.HTTP || use.use().isMirror();
  }
}
