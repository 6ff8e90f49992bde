package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Change;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** Requests are copied to where they go anyway. */
final class MirrorToItself extends Check<VirtualService> {

  MirrorToItself() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-MIRROR-SELF", "Requests are mirrored to where they go")
            .meaning(
                "A mirror's host, subset and port are those of a destination of the same rule.")
            .why(
                "The same pods get the requests twice: their load doubles, and what the request"
                    + " does (an order, a payment) is done twice.")
            .fix("Mirror to another service or subset, or remove the mirror"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    List<DestinationUse> uses = Destinations.of(service);
    for (DestinationUse mirror : uses) {
      if (!mirror.use().isMirror()) {
        continue;
      }
      for (DestinationUse route : uses) {
        if (route.use() == DestinationUse.Use.HTTP
            && route.rule() == mirror.rule()
            && same(route.destination(), mirror.destination(), namespace)) {
          report
              .add(
                  mirror.path(),
                  "Requests that go to "
                      + route.destination().host()
                      + " are copied to it as well: it gets them twice.")
              .at(mirror.holder())
              .repair("Remove the mirror", change -> without(change, mirror))
              .changing("no request arrives twice any more")
              .witness(() -> RuleRequests.takenTo(service, mirror, "arrives twice", mesh));
          break;
        }
      }
    }
  }

  private static Change without(Change change, DestinationUse mirror) {
    String rule = mirror.path().substring(0, mirror.path().indexOf(']') + 1);
    if (!mirror.path().equals(rule + ".mirror")) {
      int end = mirror.path().lastIndexOf(".destination");
      return change.remove(mirror.path().substring(0, end));
    }
    Change without = change.remove(mirror.path());
    for (String share : List.of("mirrorPercentage", "mirrorPercent", "mirror_percent")) {
      without =
          without.at(rule + "." + share).isPresent() ? without.remove(rule + "." + share) : without;
    }
    return without;
  }

  private static boolean same(Destination one, Destination other, String namespace) {
    return Names.host(one.host(), namespace).equals(Names.host(other.host(), namespace))
        && one.subset().orElse("").equals(other.subset().orElse(""))
        && one.port().equals(other.port());
  }
}
