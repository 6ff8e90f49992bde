package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A prefix that takes neighbours of the path that is meant. */
final class PrefixWithoutBoundary extends Check<VirtualService> {

  // A path of a VirtualService, and who has it.
  private record Place(int rule, int match, HttpRoute route) {}

  PrefixWithoutBoundary() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.info("VS-PREFIX-WITHOUT-BOUNDARY", "A prefix takes the neighbour's paths too")
            .meaning(
                "A prefix that does not end with a slash is the beginning of another path of the"
                    + " same VirtualService in the middle of a word, as /app is of /apple, and the"
                    + " two lead to different hosts. Istio compares letters, not segments.")
            .why(
                "Paths beside the one that is meant get to the wrong service: /app takes what of"
                    + " /apple has no rule of its own before it, and /application.")
            .fix("Match exact /app and prefix /app/, or an expression such as /app(/.*)?")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (service.http().size() < 2) {
      return;
    }
    NavigableMap<String, Place> paths = paths(service);
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute route = service.http().get(i);
      for (int j = 0; j < route.match().size(); j++) {
        HttpMatchRequest match = route.match().get(j);
        if (match.uri().orElse(null) instanceof StringMatch.Prefix prefix
            && prefix.value().length() > 1
            && !prefix.value().endsWith("/")) {
          check(service, i, j, prefix.value(), paths, report);
        }
      }
    }
  }

  private static NavigableMap<String, Place> paths(VirtualService service) {
    NavigableMap<String, Place> paths = new TreeMap<>();
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute route = service.http().get(i);
      for (int j = 0; j < route.match().size(); j++) {
        StringMatch uri = route.match().get(j).uri().orElse(null);
        if (uri instanceof StringMatch.Exact exact) {
          paths.putIfAbsent(exact.value(), new Place(i, j, route));
        } else if (uri instanceof StringMatch.Prefix prefix) {
          paths.putIfAbsent(prefix.value(), new Place(i, j, route));
        }
      }
    }
    return paths;
  }

  private static void check(
      VirtualService service,
      int rule,
      int match,
      String prefix,
      NavigableMap<String, Place> paths,
      Report report) {
    HttpRoute route = service.http().get(rule);
    for (var next : paths.tailMap(prefix, false).entrySet()) {
      String path = next.getKey();
      if (!path.startsWith(prefix)) {
        return;
      }
      if (isWord(path.charAt(prefix.length())) && isElsewhere(next.getValue().route(), route)) {
        report
            .add(
                "spec.http[" + rule + "].match[" + match + "].uri",
                "The prefix "
                    + prefix
                    + " takes what begins like "
                    + path
                    + " too, as far as no rule before it does")
            .at(route.match().get(match))
            .related(
                service,
                "spec.http[" + next.getValue().rule() + "].match[" + next.getValue().match() + "]",
                "leads elsewhere")
            .witness(
                Witness.request(
                    "GET",
                    service.hosts().isEmpty() ? "" : service.hosts().get(0),
                    prefix + "-x",
                    Outcomes.of(route)));
        return;
      }
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static boolean isElsewhere(HttpRoute one, HttpRoute other) {
    return !hosts(one).isEmpty() && !hosts(other).isEmpty() && !hosts(one).equals(hosts(other));
  }

  private static List<String> hosts(HttpRoute route) {
    return route.route().stream()
        .map(HttpRouteDestination::destination)
        .map(to -> to.host())
        .distinct()
        .sorted()
        .toList();
  }
}
