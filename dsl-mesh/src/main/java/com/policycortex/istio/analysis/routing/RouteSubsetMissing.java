package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.VirtualService;

/** A route leads to a subset that no DestinationRule in force defines. */
final class RouteSubsetMissing extends Check<VirtualService> {

  RouteSubsetMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("REF-ROUTE-SUBSET-MISSING", "A route leads to a subset that is not defined")
            .meaning(
                "The DestinationRule that applies to the route's host for the proxies that follow"
                    + " the route does not define the subset. istiod takes the rule of the client's"
                    + " namespace, else of the service's, else of the root namespace, and within a"
                    + " namespace the one of the most specific host; a rule elsewhere does not"
                    + " help. It is a warning where sidecars of other namespaces follow the route,"
                    + " and the rule that defines the subset is not exported to them.")
            .why(
                "The proxy has no cluster for the subset: every request that the rule routes there"
                    + " is answered with 503, and its access log says NC.")
            .fix("Define the subset in the DestinationRule that applies, or name one of its own")
            .needs(Need.SERVICES)
            .codes("IST0101", "KIA1107"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (DestinationUse use : Destinations.of(service)) {
      if (!use.use().isMirror()) {
        String what = "what this rule routes there is answered with 503";
        SubsetMissing.check(service, use, what, mesh, report);
      }
    }
  }
}
