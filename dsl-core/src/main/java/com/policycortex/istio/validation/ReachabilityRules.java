package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.TcpRoute;
import com.policycortex.istio.model.networking.TlsRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Routes that no request can reach, because those before them take everything. */
final class ReachabilityRules {

  // Found by the walk of the rule for single matches.
  private static final Rule<VirtualService> ALL_DUPLICATES =
      Rule.warning(
          "VS-UNREACHABLE-ALL-DUP",
          Gate.ISTIOD,
          "Remove the route, or make one of its matches differ",
          (service, report) -> {});

  static final List<Rule<VirtualService>> ALL =
      List.of(
          Rule.warning(
              "VS-UNREACHABLE-LAST",
              Gate.ISTIOD,
              "Keep one route without match, as the last",
              (service, report) -> {
                secondCatchAll("http", service.http(), HttpRoute::match, report);
                secondCatchAll("tls", service.tls(), TlsRoute::match, report);
                secondCatchAll("tcp", service.tcp(), TcpRoute::match, report);
              }),
          Rule.warning(
              "VS-UNREACHABLE-AFTER-CATCHALL",
              Gate.ISTIOD,
              "Move the route without match to the end",
              (service, report) -> {
                afterCatchAll("http", service.http(), HttpRoute::match, report);
                afterCatchAll("tls", service.tls(), TlsRoute::match, report);
                afterCatchAll("tcp", service.tcp(), TcpRoute::match, report);
              }),
          Rule.warning(
              "VS-INEFFECTIVE-DUP",
              Gate.ISTIOD,
              "Remove the second match, or make the two differ",
              (service, report) -> {
                duplicates("http", service.http(), ReachabilityRules::keys, report);
                duplicates("tls", service.tls(), ReachabilityRules::keys, report);
                duplicates("tcp", service.tcp(), ReachabilityRules::keys, report);
              }),
          ALL_DUPLICATES,
          Rule.warning(
              "VS-INEFFECTIVE-PREFIX",
              Gate.ISTIOD,
              "Move the longer prefix before the shorter one",
              (service, report) -> PrefixMatches.of(service).coveredBefore(report)));

  private ReachabilityRules() {}

  private static <R> void secondCatchAll(
      String field, List<R> routes, Function<R, ? extends List<?>> match, Report report) {
    int first = firstCatchAll(routes, match);
    for (int i = first + 1; first >= 0 && i < routes.size(); i++) {
      if (match.apply(routes.get(i)).isEmpty()) {
        report.add(
            field + "[" + i + "]",
            "No request reaches this route: " + field + "[" + first + "] already takes all");
      }
    }
  }

  private static <R> void afterCatchAll(
      String field, List<R> routes, Function<R, ? extends List<?>> match, Report report) {
    int first = firstCatchAll(routes, match);
    for (int i = first + 1; first >= 0 && i < routes.size(); i++) {
      for (int j = 0; j < match.apply(routes.get(i)).size(); j++) {
        report.add(
            field + "[" + i + "].match[" + j + "]",
            "No request reaches this match: " + field + "[" + first + "] already takes all");
      }
    }
  }

  private static <R> int firstCatchAll(List<R> routes, Function<R, ? extends List<?>> match) {
    for (int i = 0; i < routes.size() - 1; i++) {
      if (match.apply(routes.get(i)).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private static <R> void duplicates(
      String field, List<R> routes, Function<R, ? extends List<?>> keys, Report report) {
    if (routes.isEmpty() || (routes.size() == 1 && keys.apply(routes.get(0)).size() < 2)) {
      return;
    }
    Map<Object, Integer> seen = new HashMap<>();
    for (int i = 0; i < routes.size(); i++) {
      List<?> matches = keys.apply(routes.get(i));
      if (matches.isEmpty()) {
        return; // what follows is reported as behind a route that takes all
      }
      int duplicates = 0;
      for (int j = 0; j < matches.size(); j++) {
        Integer first = seen.putIfAbsent(matches.get(j), i);
        if (first != null) {
          duplicates++;
          report.add(
              field + "[" + i + "].match[" + j + "]",
              "No request reaches this match: " + field + "[" + first + "] has the same");
        }
      }
      if (duplicates == matches.size()) {
        report.add(
            ALL_DUPLICATES,
            field + "[" + i + "]",
            "No request reaches this route: those before it have all of its matches");
      }
    }
  }

  private static List<L4MatchKey> keys(TlsRoute route) {
    return route.match().stream().map(L4MatchKey::of).toList();
  }

  private static List<L4MatchKey> keys(TcpRoute route) {
    return route.match().stream().map(L4MatchKey::of).toList();
  }

  private static List<MatchKey> keys(HttpRoute route) {
    List<HttpMatchRequest> matches = route.match();
    if (matches.size() == 1) {
      return List.of(MatchKey.of(matches.get(0)));
    }
    List<MatchKey> keys = new ArrayList<>(matches.size());
    for (HttpMatchRequest match : matches) {
      keys.add(MatchKey.of(match));
    }
    return keys;
  }
}
