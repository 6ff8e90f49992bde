package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** A destination of weight 0 that no other rule leads to. */
final class WeightZero extends Check<VirtualService> {

  WeightZero() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-WEIGHT-ZERO", "A subset has the weight 0 and no other way to it")
            .meaning(
                "One of several destinations of a rule has the weight 0, or none, names a subset,"
                    + " and no other rule of any VirtualService routes or mirrors to that subset.")
            .why(
                "The subset gets no request: a canary that is never tried, or the old version of a"
                    + " release that is over and still runs.")
            .fix("Give it a weight, or remove it with its subset and its workload"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      for (int j = 0; rule.route().size() > 1 && j < rule.route().size(); j++) {
        HttpRouteDestination to = rule.route().get(j);
        boolean subset = to.destination().subset().filter(name -> !name.isEmpty()).isPresent();
        if (subset
            && weight(to) == 0
            && !isReached(to.destination(), service, mesh)
            && !Rollouts.steer(service, mesh)) {
          String destination = "spec.http[" + i + "].route[" + j + "]";
          boolean others = rule.route().stream().anyMatch(other -> weight(other) > 0);
          report
              .add(
                  destination + ".weight",
                  "Nothing leads to "
                      + Outcomes.name(to.destination())
                      + ": it has no weight here, and no other rule routes to it")
              .at(rule)
              .repair(
                  "Leave the destination out", change -> change.onlyIf(others).remove(destination));
        }
      }
    }
  }

  private static long weight(HttpRouteDestination to) {
    return to.weight().map(Number::longValue).orElse(0L);
  }

  private static boolean isReached(Destination to, VirtualService from, MeshView mesh) {
    String host = Names.host(to.host(), Names.namespace(from));
    for (VirtualService service : mesh.virtualServices().routingTo(host)) {
      for (DestinationUse use : Destinations.of(service)) {
        boolean same =
            Names.host(use.destination().host(), Names.namespace(service)).equals(host)
                && use.destination().subset().equals(to.subset());
        if (same && carries(use, service)) {
          return true;
        }
      }
    }
    return false;
  }

  // Several destinations share by weight; a single one takes all whatever its weight.
  private static boolean carries(DestinationUse use, VirtualService service) {
    if (use.use() != DestinationUse.Use.HTTP) {
      return true;
    }
    List<HttpRouteDestination> all = service.http().get(use.rule()).route();
    return all.size() == 1
        || all.stream().anyMatch(to -> to.destination() == use.destination() && weight(to) > 0);
  }
}
