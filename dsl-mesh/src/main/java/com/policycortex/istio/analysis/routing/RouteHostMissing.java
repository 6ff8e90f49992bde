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
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** A route leads to a host that proxies do not know. */
final class RouteHostMissing extends Check<VirtualService> {

  RouteHostMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("REF-ROUTE-HOST-MISSING", "A route leads to a host that nobody has")
            .meaning(
                "The host of a route's destination is that of no Service and of no ServiceEntry"
                    + " that the namespace sees. A name without a dot means a Service in the"
                    + " namespace of the VirtualService; a name with a dot is taken as it stands,"
                    + " so reviews.prod is not reviews.prod.svc.cluster.local. So it is in the"
                    + " namespaces to which exportTo gives the VirtualService. It is a warning"
                    + " where no Service of the host's namespace is among the manifests.")
            .why(
                "The proxy has no cluster of that name: every request that the rule routes there"
                    + " is answered with 503, and its access log says NC.")
            .fix("Name a host that a Service or ServiceEntry has, or add one")
            .needs(Need.SERVICES)
            .codes("IST0101", "KIA1101"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    for (DestinationUse use : Destinations.of(service)) {
      if (!use.use().isMirror()) {
        String host = Names.host(use.destination().host(), namespace);
        if (!Names.mayBeHost(host) || mesh.gatewayApi().isHostOfGateway(host)) {
          continue; // told already; or istiod makes that Service
        }
        if (mesh.services().resolve(host, namespace).isEmpty()) {
          report(service, use, host, mesh, report);
        } else {
          elsewhere(service, use, host, mesh, report);
        }
      }
    }
  }

  private static void elsewhere(
      VirtualService service, DestinationUse use, String host, MeshView mesh, Report report) {
    for (String to : mesh.virtualServices().exportTo(service)) {
      if (!to.equals("*") && !to.equals("~") && mesh.services().resolve(host, to).isEmpty()) {
        Draft draft =
            report
                .add(
                    use.path() + ".host",
                    "Proxies of "
                        + to
                        + ", to which exportTo gives these routes, do not know the host "
                        + host
                        + ": they answer with 503")
                .at(use.holder());
        for (MeshService hidden : mesh.services().withHost(host)) {
          draft.related(hidden.manifest(), "", "has the host, but is not exported to " + to);
          draft.hint(exported(hidden, to));
        }
        return;
      }
    }
  }

  private static String exported(MeshService service, String namespace) {
    return "Add "
        + namespace
        + (service.isKubernetes() ? " to the annotation " + MeshService.EXPORT_TO : " to exportTo")
        + " of the "
        + service.manifest().resourceId();
  }

  private static void report(
      VirtualService service, DestinationUse use, String host, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    List<MeshService> hidden = mesh.services().withHost(host);
    Draft draft =
        report
            .add(
                use.path() + ".host",
                hidden.isEmpty()
                    ? "No Service or ServiceEntry has the host "
                        + host
                        + ": what this rule routes there is answered with 503"
                        + GivenNamespaces.doubt(host, mesh)
                    : "The host "
                        + host
                        + " is not exported to the namespace "
                        + namespace
                        + ": its proxies do not know it, and answer with 503")
            .at(use.holder())
            .witness(() -> RuleRequests.takenTo(service, use, "is answered with 503", mesh))
            .severity(GivenNamespaces.severity(host, Severity.ERROR, mesh));
    for (MeshService other : hidden) {
      draft.related(other.manifest(), "", "has the host, but is not exported to " + namespace);
      draft.hint(exported(other, namespace));
    }
    if (hidden.isEmpty()) {
      MeantHost.add(draft, use.destination().host(), namespace, mesh);
    }
  }
}
