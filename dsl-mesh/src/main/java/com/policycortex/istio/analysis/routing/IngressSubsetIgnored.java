package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The subsets of a host are chosen for sidecars, and a gateway leads past them. */
final class IngressSubsetIgnored extends Check<VirtualService> {

  IngressSubsetIgnored() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-INGRESS-SUBSET-IGNORED", "A gateway leads past the choice of subsets")
            .meaning(
                "A VirtualService that is bound to a gateway routes to a host without a subset, and"
                    + " the subsets of that host are chosen by another VirtualService, for the host"
                    + " itself and for sidecars only. A gateway follows one VirtualService only: it"
                    + " does not look at the other.")
            .why(
                "What comes by the gateway is spread over all versions, however the other"
                    + " VirtualService splits them.")
            .fix("Name the subsets here too, or share the rules by a delegate")
            .codes("IST0140"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String gateway =
        VirtualServices.gateways(service).stream()
            .filter(name -> !name.equals(Names.MESH))
            .findFirst()
            .orElse("");
    if (gateway.isEmpty()) {
      return;
    }
    String namespace = Names.namespace(service);
    Set<String> said = new HashSet<>();
    for (DestinationUse use : Destinations.of(service)) {
      String host = Names.host(use.destination().host(), namespace);
      boolean plain = use.destination().subset().filter(name -> !name.isEmpty()).isEmpty();
      if (use.use() == DestinationUse.Use.HTTP && plain && said.add(host)) {
        Optional<VirtualService> choosing =
            mesh.virtualServices().withHost(host).stream()
                .filter(other -> other != service && VirtualServices.isForSidecars(other))
                .filter(other -> !VirtualServices.gateways(other).contains(gateway))
                .filter(other -> choosesSubsets(other, host))
                .findFirst();
        choosing.ifPresent(
            other ->
                report
                    .add(
                        use.path(),
                        "Requests by "
                            + gateway
                            + " go to all versions of "
                            + host
                            + ": the subsets of "
                            + other.name()
                            + " do not count there.")
                    .at(use.holder())
                    .related(other, "spec.http", "chooses subsets for sidecars"));
      }
    }
  }

  private static boolean choosesSubsets(VirtualService service, String host) {
    String namespace = Names.namespace(service);
    return Destinations.of(service).stream()
        .anyMatch(
            use ->
                use.use() == DestinationUse.Use.HTTP
                    && use.destination().subset().filter(name -> !name.isEmpty()).isPresent()
                    && Names.host(use.destination().host(), namespace).equals(host));
  }
}
