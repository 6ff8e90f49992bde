package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.TcpRoute;
import com.policycortex.istio.model.networking.TlsRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
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
                duplicates("http", service.http(), Matches.HTTP, report);
                duplicates("tls", service.tls(), Matches.TLS, report);
                duplicates("tcp", service.tcp(), Matches.TCP, report);
              }),
          ALL_DUPLICATES,
          Rule.warning(
              "VS-INEFFECTIVE-PREFIX",
              Gate.ISTIOD,
              "Move the longer prefix before the shorter one",
              PrefixMatches::coveredBefore));

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

  private static <R, M> void duplicates(
      String field, List<R> routes, Matches<R, M> matches, Report report) {
    if (!areSeveral(routes, matches)) {
      return;
    }
    HashTable seen = report.table(routes.size());
    for (int i = 0; i < routes.size(); i++) {
      List<M> all = matches.of(routes.get(i));
      if (all.isEmpty()) {
        return; // what follows is reported as behind a route that takes all
      }
      int duplicates = 0;
      for (int j = 0; j < all.size(); j++) {
        int hash = matches.hash(all.get(j));
        int first = same(seen, hash, all.get(j), routes, matches);
        if (first == HashTable.NONE) {
          seen.add(hash, i, j);
        } else {
          duplicates++;
          report.add(
              field + "[" + i + "].match[" + j + "]",
              "No request reaches this match: "
                  + field
                  + "["
                  + seen.route(first)
                  + "] has the same");
        }
      }
      if (duplicates == all.size()) {
        report.add(
            ALL_DUPLICATES,
            field + "[" + i + "]",
            "No request reaches this route: those before it have all of its matches");
      }
    }
  }

  // Whether there are two matches before the first route that takes all.
  private static <R, M> boolean areSeveral(List<R> routes, Matches<R, M> matches) {
    int count = 0;
    for (int i = 0; i < routes.size() && count < 2; i++) {
      int more = matches.of(routes.get(i)).size();
      if (more == 0) {
        return false;
      }
      count += more;
    }
    return count > 1;
  }

  private static <R, M> int same(
      HashTable seen, int hash, M match, List<R> routes, Matches<R, M> matches) {
    int entry = seen.find(hash);
    while (entry != HashTable.NONE
        && !matches.same(matches.of(routes.get(seen.route(entry))).get(seen.match(entry)), match)) {
      entry = seen.next(entry);
    }
    return entry;
  }
}
