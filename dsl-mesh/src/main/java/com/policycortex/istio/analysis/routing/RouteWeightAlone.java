package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** The only destination of a rule has a weight. */
final class RouteWeightAlone extends Check<VirtualService> {

  RouteWeightAlone() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.info("VS-ROUTE-SINGLE-WEIGHT", "The only destination gets all requests")
            .meaning(
                "A rule has one destination with a weight from 1 to 99. Weights are shares of each"
                    + " other, so it gets all requests.")
            .why("A split was meant, and the other destination is missing.")
            .fix("Add the other destination, or leave the weight out")
            .codes("KIA1104"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      List<HttpRouteDestination> route = service.http().get(i).route();
      if (route.size() == 1) {
        int weight = route.get(0).weight().orElse(100);
        if (weight > 0 && weight < 100) {
          int rule = i;
          String only = route.get(0).destination().host();
          String path = "spec.http[" + i + "].route[0].weight";
          report
              .add(
                  path,
                  route.get(0).destination().host()
                      + " gets all requests, not "
                      + weight
                      + " of a hundred: there is no other destination.")
              .at(service.http().get(i))
              .witness(
                  () -> RuleRequests.taken(service, rule, "goes to " + only + ", always", mesh))
              .repair("Leave the weight out", change -> change.remove(path));
        }
      }
    }
  }
}
