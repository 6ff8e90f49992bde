package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.FirstMatch.Reach;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.ApiRouting;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.model.RawManifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Other rules take all requests of a rule of a route. */
final class RouteRuleShadowed extends Check<RawManifest> {

  // More routes for one host are not compared: the work would grow with their square.
  private static final int MOST_ROUTES = 50;

  RouteRuleShadowed() {
    super(
        Subject.raw(GatewayApi.GROUP, List.of("HTTPRoute", "GRPCRoute")),
        CheckInfo.warning(
                "GWAPI-ROUTE-RULE-SHADOWED", "Other rules take all requests of a route's rule")
            .meaning(
                "istiod joins the HTTPRoutes and GRPCRoutes that a listener takes for one host"
                    + " name, and those of a namespace for one Service. Of their matches the exact"
                    + " paths come first, then prefixes, then expressions; of each the longer, then"
                    + " those with a method, with more headers, with more parameters; what is equal"
                    + " in all that comes from the oldest route first, then by namespace and name."
                    + " Those that come first take every request of a rule, or of one of its"
                    + " matches, and do something else with it. Looks at 50 routes for a host.")
            .why(
                "The rule never routes anything for that host: its requests go where the other"
                    + " leads, which may be another team's.")
            .fix("Give the two different paths or hosts, or remove the one that is never reached"));
  }

  // Where routes are joined: for which host, and the routes in their order.
  private record Joined(String where, String host, List<RawManifest> routes) {}

  @Override
  public void check(RawManifest route, MeshView mesh, Report report) {
    Set<List<RawManifest>> seen = new HashSet<>();
    Set<String> reported = new HashSet<>();
    for (RouteAttachment attachment : mesh.gatewayApi().attachments(route)) {
      if (attachment.isAttached()) {
        for (Joined joined : joined(attachment, mesh)) {
          if (joined.routes().size() <= MOST_ROUTES && seen.add(joined.routes())) {
            check(route, joined, reported, report);
          }
        }
      }
    }
  }

  private static List<Joined> joined(RouteAttachment attachment, MeshView mesh) {
    List<Joined> all = new ArrayList<>();
    ApiRoute route = attachment.route();
    if (attachment.isOfMesh()) {
      for (String host : attachment.hosts()) {
        long port = attachment.reference().port();
        for (ApiRouting routing : mesh.gatewayApi().routings(host)) {
          if (routing.isOfRequests()
              && routing.namespace().equals(route.namespace())
              && routing.port().orElse(0L) == port) {
            all.add(
                new Joined(
                    "", host, routing.routes().stream().map(it -> it.route().manifest()).toList()));
          }
        }
      }
      return all;
    }
    if (!(attachment.parent().orElseThrow() instanceof RawManifest gateway)
        || !mesh.gatewayApi().isOfIstio(gateway)) {
      return all;
    }
    List<ApiGateway.Listener> accepted = new ApiGateway(gateway).accepted();
    for (ApiGateway.Listener listener : attachment.listeners()) {
      for (String host : route.hostnamesOrAll()) {
        if (ApiGateway.serves(listener, host, accepted)) {
          all.add(
              new Joined(
                  " at the listener " + listener.name() + " of " + Names.qualified(gateway),
                  host,
                  mesh.gatewayApi().merged(gateway, listener, host)));
        }
      }
    }
    return all;
  }

  private static void check(RawManifest route, Joined joined, Set<String> reported, Report report) {
    List<ApiMatch> matches = ApiMatch.inOrder(joined.routes());
    if (matches.size() < 2) {
      return;
    }
    FirstMatch<ApiMatch> order =
        FirstMatch.of(matches, matches.stream().map(ApiMatch::set).toList());
    String host = joined.host();
    Request plain = Request.get("/").with(Attribute.AUTHORITY, host.startsWith("*") ? "" : host);
    Map<Integer, List<Shadow>> byRule = new TreeMap<>();
    Set<Integer> reached = new HashSet<>();
    for (int i = 0; i < matches.size(); i++) {
      ApiMatch match = matches.get(i);
      if (match.route() == route) {
        Optional<Shadow> shadow = shadow(order, i, plain);
        if (shadow.isPresent()) {
          byRule.computeIfAbsent(match.rule(), it -> new ArrayList<>()).add(shadow.get());
        } else {
          reached.add(match.rule());
        }
      }
    }
    for (Map.Entry<Integer, List<Shadow>> rule : byRule.entrySet()) {
      List<Shadow> shadows = rule.getValue();
      if (!reached.contains(rule.getKey())) {
        shadows
            .get(0)
            .report("spec.rules[" + rule.getKey() + "]", "rule", joined, reported, report);
      } else {
        for (Shadow shadow : shadows) {
          shadow.report(shadow.match().place(), "match", joined, reported, report);
        }
      }
    }
  }

  private static Optional<Shadow> shadow(FirstMatch<ApiMatch> order, int position, Request plain) {
    Reach reach = order.reach(position, plain);
    if (reach.left().verdict() != Verdict.NO || reach.any().verdict() != Verdict.YES) {
      return Optional.empty();
    }
    ApiMatch match = order.value(position);
    for (int taker : reach.takers()) {
      ApiMatch other = order.value(taker);
      boolean same =
          other.outcome().equals(match.outcome())
              && Names.namespace(other.route()).equals(Names.namespace(match.route()));
      if (!same) {
        return Optional.of(new Shadow(match, other, reach.any().request()));
      }
    }
    return Optional.empty();
  }

  /** A match whose requests another takes, and one of them. */
  private record Shadow(ApiMatch match, ApiMatch taker, Optional<Request> request) {

    void report(String path, String what, Joined joined, Set<String> reported, Report report) {
      if (!reported.add(path)) {
        return;
      }
      RawManifest other = taker.route();
      boolean own = other == match.route();
      Draft draft =
          report
              .add(
                  path,
                  "No request for "
                      + (joined.host().equals("*") ? "any host" : joined.host())
                      + joined.where()
                      + " reaches this "
                      + what
                      + ": "
                      + (own ? "" : other.resourceId() + ", ")
                      + taker.place()
                      + (own ? "" : ",")
                      + " comes first ("
                      + reason()
                      + ") and takes all of them.")
              .related(other, taker.place(), "comes first, and takes such requests");
      if (match.path() == ApiMatch.Path.EXPRESSION && taker.path() == ApiMatch.Path.PREFIX) {
        draft.hint("Write the path as a prefix, or that of the other rule as an expression");
      }
      request.ifPresent(
          it ->
              draft.witness(
                  it.toWitness(
                      "is taken by " + taker.place() + (own ? "" : " of " + other.resourceId()))));
    }

    private String reason() {
      if (taker.path() != match.path()) {
        return match.path() == ApiMatch.Path.EXPRESSION
            ? "paths that are written as expressions come last"
            : "its path is more exact";
      }
      if (taker.length() != match.length()) {
        return "its path is longer";
      }
      if (taker.method() != match.method()
          || taker.headers() != match.headers()
          || taker.parameters() != match.parameters()) {
        return "it asks for more";
      }
      if (taker.route() == match.route()) {
        return "it asks for the same";
      }
      Optional<String> first = Precedence.creationTimestamp(taker.route());
      Optional<String> second = Precedence.creationTimestamp(match.route());
      return first.isPresent() && second.isPresent() && !first.equals(second)
          ? "its route is older"
          : "the older route decides; of two created in the same second the first by namespace and"
              + " name";
    }
  }
}
