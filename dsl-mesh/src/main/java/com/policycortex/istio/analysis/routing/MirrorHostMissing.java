package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.VirtualService;

/** Requests are copied to a host that nobody has. */
final class MirrorHostMissing extends Check<VirtualService> {

  MirrorHostMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("REF-MIRROR-HOST-MISSING", "A mirror leads to a host that nobody has")
            .meaning(
                "The host of a mirror is that of no Service and of no ServiceEntry that the"
                    + " namespace sees. It is a warning where no Service of the host's namespace is"
                    + " among the manifests.")
            .why("No copy of a request arrives anywhere, and nothing says so to the caller.")
            .fix("Name a host that a Service or ServiceEntry has, or add one")
            .needs(Need.SERVICES)
            .codes("IST0101"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    for (DestinationUse use : Destinations.of(service)) {
      String host = Names.host(use.destination().host(), namespace);
      if (use.use().isMirror()
          && mesh.services().resolve(host, namespace).isEmpty()
          && !mesh.gatewayApi().isHostOfGateway(host)) {
        Draft draft =
            report
                .add(
                    use.path() + ".host",
                    "No Service or ServiceEntry has the host "
                        + host
                        + ": no copy arrives there"
                        + GivenNamespaces.doubt(host, mesh)
                        + ".")
                .at(use.holder())
                .witness(() -> RuleRequests.takenTo(service, use, "is copied nowhere", mesh))
                .severity(GivenNamespaces.severity(host, Severity.ERROR, mesh));
        if (mesh.services().withHost(host).isEmpty()) {
          MeantHost.add(draft, use.destination().host(), namespace, mesh);
        }
      }
    }
  }
}
