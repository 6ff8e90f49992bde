package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Change;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rule splits its requests between a destination and itself. */
final class RouteDestinationTwice extends Check<VirtualService> {

  RouteDestinationTwice() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "VS-ROUTE-DUPLICATE-DESTINATION", "A split has the same destination twice")
            .meaning("Two destinations of a rule have the same host, subset and port.")
            .why(
                "The destination gets both shares; the one that was meant for another version gets"
                    + " nothing.")
            .fix("Name the other version, or make one destination of the two")
            .codes("KIA1105"));
  }

  // Both shares; all of them where no other destination is left.
  private static Change joined(
      Change change, String path, int first, int second, List<HttpRouteDestination> route) {
    long weight =
        route.get(first).weight().map(Number::longValue).orElse(0L)
            + route.get(second).weight().map(Number::longValue).orElse(0L);
    String field = path + "[" + first + "].weight";
    Change one = change.remove(path + "[" + second + "]");
    if (route.size() > 2) {
      return one.set(field, JsonValue.of(weight));
    }
    return one.at(field).isPresent() ? one.remove(field) : one;
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    for (int i = 0; i < service.http().size(); i++) {
      Map<List<Object>, Integer> seen = new HashMap<>();
      List<HttpRouteDestination> route = service.http().get(i).route();
      for (int j = 0; j < route.size(); j++) {
        Destination to = route.get(j).destination();
        // Headers may tell the two apart.
        boolean plain = route.get(j).headers().isEmpty();
        String host = Names.host(to.host(), namespace);
        Integer first =
            plain ? seen.putIfAbsent(List.of(host, to.subset().orElse(""), to.port()), j) : null;
        if (first != null) {
          int index = i;
          String rule = "spec.http[" + i + "].route";
          int second = j;
          report
              .add(
                  "spec.http[" + i + "].route[" + j + "].destination",
                  host
                      + to.subset().map(subset -> ", subset " + subset + ",").orElse("")
                      + " is there twice, and gets both shares.")
              .at(service.http().get(i))
              .witness(() -> RuleRequests.taken(service, index, "goes to " + host, mesh))
              .repair(
                  "Make one destination of the two",
                  change -> joined(change, rule, first, second, route));
        }
      }
    }
  }
}
