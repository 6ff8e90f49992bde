package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.FirstMatch.Reach;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The matches of a VirtualService of which earlier ones take every request.
 *
 * @param order all matches
 * @param whole rules of which nothing is left, though some request is asked for
 * @param single matches of which nothing is left, in rules of which something is
 */
record ShadowedMatches(FirstMatch<RoutedMatch> order, List<Shadow> whole, List<Shadow> single) {

  /**
   * A match, or a rule by the first of its matches, of which nothing is left.
   *
   * @param match the match
   * @param takers the rules that take its requests, without its own
   * @param matches the matches that take them
   * @param request one of them, as plain as can be
   */
  record Shadow(
      RoutedMatch match,
      List<MergedRoute> takers,
      List<RoutedMatch> matches,
      Optional<Request> request) {}

  static ShadowedMatches of(VirtualService service, MeshView mesh) {
    FirstMatch<RoutedMatch> order = RouteOrder.of(service, mesh).firstMatch();
    ShadowedMatches all = new ShadowedMatches(order, new ArrayList<>(), new ArrayList<>());
    Request plain = RouteOrder.plain(service);
    int at = 0;
    while (at < order.size()) {
      int end = at + 1;
      while (end < order.size() && order.value(end).isOfRule(order.value(at).rule())) {
        end++;
      }
      all.rule(at, end, plain);
      at = end;
    }
    return all;
  }

  // The matches from one position to another are those of a rule.
  private void rule(int from, int to, Request plain) {
    List<Shadow> dead = new ArrayList<>();
    int empty = 0;
    for (int i = Math.max(1, from); i < to; i++) {
      Reach reach = order.reach(i, plain);
      if (reach.left().verdict() == Verdict.NO) {
        if (reach.any().verdict() == Verdict.NO) {
          empty++; // nobody asks for it: that is another mistake
        } else {
          dead.add(shadow(order.value(i), reach));
        }
      }
    }
    boolean nothingLeft = !dead.isEmpty() && dead.size() + empty == to - from;
    List<MergedRoute> takers =
        dead.stream().flatMap(shadow -> shadow.takers().stream()).distinct().toList();
    if (nothingLeft && !takers.isEmpty()) {
      Shadow first = dead.get(0);
      whole.add(new Shadow(first.match(), takers, first.matches(), first.request()));
    } else {
      single.addAll(dead);
    }
  }

  private Shadow shadow(RoutedMatch match, Reach reach) {
    List<RoutedMatch> matches = reach.takers().stream().map(order::value).toList();
    List<MergedRoute> takers =
        matches.stream()
            .map(RoutedMatch::rule)
            .filter(rule -> !match.isOfRule(rule))
            .distinct()
            .toList();
    return new Shadow(match, takers, matches, reach.any().request());
  }
}
