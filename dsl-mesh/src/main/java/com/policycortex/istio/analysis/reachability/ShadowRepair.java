package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.reachability.ShadowedMatches.Shadow;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes every rule of a VirtualService reachable: the one that takes the requests of all others
 * goes behind them, or those that ask for the same as an earlier one are left out.
 */
final class ShadowRepair {

  private static final int MOST_NAMES = 5;

  private ShadowRepair() {}

  static Optional<Repair> of(VirtualService service, ShadowedMatches shadowed, MeshView mesh) {
    boolean delegates = service.http().stream().anyMatch(route -> route.delegate().isPresent());
    if (shadowed.whole().isEmpty() || delegates) {
      return Optional.empty();
    }
    NavigableSet<Integer> dead = new TreeSet<>();
    NavigableSet<Integer> takers = new TreeSet<>();
    for (Shadow shadow : shadowed.whole()) {
      dead.add(shadow.match().rule().index());
      shadow.takers().stream().map(MergedRoute::index).forEach(takers::add);
    }
    Optional<Repair> moved = Optional.empty();
    if (takers.size() == 1) {
      moved = moved(service, takers.first(), dead.last(), mesh);
    }
    return moved.isPresent() || !areDoubles(service, dead, takers)
        ? moved
        : removed(service, dead, mesh);
  }

  // A narrower rule behind a wider one was meant to be reached: only a person knows how.
  private static boolean areDoubles(
      VirtualService service, Set<Integer> dead, Set<Integer> takers) {
    return dead.stream()
        .allMatch(
            index ->
                takers.stream()
                    .anyMatch(
                        taker ->
                            service
                                .http()
                                .get(taker)
                                .match()
                                .equals(service.http().get(index).match())));
  }

  private static Optional<Repair> moved(
      VirtualService service, int taker, int last, MeshView mesh) {
    List<HttpRoute> routes = new ArrayList<>(service.http());
    routes.add(last, routes.remove(taker));
    return clean("Move http[" + taker + "] behind http[" + last + "]", service.http(routes), mesh)
        .map(
            repair -> repair.changes("http[" + last + "] takes requests from http[" + taker + "]"));
  }

  private static Optional<Repair> removed(
      VirtualService service, Set<Integer> dead, MeshView mesh) {
    List<HttpRoute> routes = new ArrayList<>();
    for (int i = 0; i < service.http().size(); i++) {
      if (!dead.contains(i)) {
        routes.add(service.http().get(i));
      }
    }
    String names =
        dead.stream()
            .limit(MOST_NAMES)
            .map(index -> "http[" + index + "]")
            .collect(Collectors.joining(" and "));
    String more = dead.size() > MOST_NAMES ? " and " + (dead.size() - MOST_NAMES) + " more" : "";
    return clean("Remove " + names + more, service.http(routes), mesh);
  }

  private static Optional<Repair> clean(
      String description, VirtualService repaired, MeshView mesh) {
    return ShadowedMatches.of(repaired, mesh).whole().isEmpty()
        ? Optional.of(Repair.replace(description, repaired))
        : Optional.empty();
  }
}
