package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.ObviousRequest;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.RouteMatches;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A match asks for what no request has. */
final class MatchUnsatisfiable extends Check<VirtualService> {

  private static final String NEVER = "Leave out what never holds";

  MatchUnsatisfiable() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-MATCH-UNSATISFIABLE", "A match asks for what no request has")
            .meaning(
                "The conditions of a match exclude each other, or one asks for what Envoy never"
                    + " sees: a path that its normalisation would have written otherwise, a query"
                    + " within the path, another scheme than http or https, an expression that is"
                    + " to match a part only, a claim at a sidecar.")
            .why("The match never holds; its requests are routed by a later rule, or get 404.")
            .fix("Write what a request can have"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    RouteMatches compiler = RouteMatches.of(VirtualServices.gateways(service));
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute route = service.http().get(i);
      for (int j = 0; j < route.match().size(); j++) {
        HttpMatchRequest match = route.match().get(j);
        if (asksForSomething(match) && ObviousRequest.of(match).isEmpty()) {
          RequestSet set = set(compiler, match);
          if (set.example(RouteOrder.plain(service)).verdict() == Verdict.NO) {
            finding(service, "spec.http[" + i + "].match[" + j + "]", match, set, report);
          }
        }
      }
    }
  }

  private static RequestSet set(RouteMatches compiler, HttpMatchRequest match) {
    // Which gateways are meant is another check's.
    return compiler.of(match.gateways(List.of()), List.of());
  }

  private static boolean asksForSomething(HttpMatchRequest match) {
    return match.uri().isPresent()
        || match.scheme().isPresent()
        || match.method().isPresent()
        || match.authority().isPresent()
        || !match.headers().isEmpty()
        || !match.withoutHeaders().isEmpty()
        || !match.queryParams().isEmpty();
  }

  private static void finding(
      VirtualService service, String path, HttpMatchRequest match, RequestSet set, Report report) {
    Set<Attribute> impossible = set.impossible();
    if (impossible.isEmpty() && isForClaimsAtSidecar(match, service)) {
      report
          .add(path + ".headers", "Sidecars know no claims of tokens: this match never holds")
          .at(match)
          .repair(NEVER, change -> DeadMatch.leftOut(change, path));
      return;
    }
    boolean aboutPath = impossible.contains(Attribute.PATH) && match.uri().isPresent();
    if (aboutPath) {
      uri(path, match, report);
      return;
    }
    report
        .add(
            path,
            impossible.isEmpty()
                ? "No request meets all conditions of this match at once"
                : "No request has what this match asks of its "
                    + impossible.stream()
                        .map(Attribute::toString)
                        .collect(Collectors.joining(" and its ")))
        .at(match)
        .repair(NEVER, change -> DeadMatch.leftOut(change, path));
  }

  private static boolean isForClaimsAtSidecar(HttpMatchRequest match, VirtualService service) {
    return VirtualServices.gateways(service).equals(List.of(Names.MESH))
        && match.headers().keySet().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("@request.auth"));
  }

  private static void uri(String path, HttpMatchRequest match, Report report) {
    StringMatch uri = match.uri().orElseThrow();
    String written =
        uri instanceof StringMatch.Exact exact
            ? exact.value()
            : uri instanceof StringMatch.Prefix prefix
                ? prefix.value()
                : ((StringMatch.Regex) uri).value();
    Draft draft =
        report
            .add(
                path + ".uri",
                "No request has such a path: "
                    + (uri instanceof StringMatch.Regex
                        ? "the expression " + written + " must match all of it, without the query"
                        : "Envoy never sees " + written + " there, whatever the client sends"))
            .at(match);
    draft.hint(hint(uri, written));
    if (!(uri instanceof StringMatch.Regex)
        && !written.startsWith("/")
        && written.matches("[a-zA-Z0-9][a-zA-Z0-9/_-]*")) {
      String field = path + ".uri." + (uri instanceof StringMatch.Exact ? "exact" : "prefix");
      draft
          .repair("Begin the path with /", change -> change.set(field, "/" + written))
          .changing("the rule takes requests that go elsewhere now");
    }
    draft.repair(NEVER, change -> DeadMatch.leftOut(change, path));
  }

  private static String hint(StringMatch uri, String written) {
    String query = "Match the path alone; the query is matched by queryParams";
    if (uri instanceof StringMatch.Regex) {
      return written.startsWith("/") || written.startsWith("^/")
          ? query
          : "Begin the expression with /, or with .* for any beginning";
    }
    if (!written.startsWith("/")) {
      return "Begin the path with /";
    }
    return written.indexOf('?') >= 0
        ? query
        : "Write it as Envoy does after normalisation: without . and .. as segments, with / for a"
            + " backslash, and with escapes such as %20 only where they are needed";
  }
}
