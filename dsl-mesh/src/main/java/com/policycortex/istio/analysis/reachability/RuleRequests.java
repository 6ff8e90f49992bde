package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Optional;
import java.util.function.Predicate;

/** Requests that rules of a VirtualService take, to show what becomes of them there. */
public final class RuleRequests {

  private RuleRequests() {}

  /**
   * A request that the rule at this place of {@code http} takes, since no rule before it does;
   * empty where there is none, where it is not known, and for delegates, which have no hosts.
   *
   * @param outcome what becomes of it
   */
  public static Optional<Witness> taken(
      VirtualService service, int rule, String outcome, MeshView mesh) {
    return service.hosts().isEmpty()
        ? Optional.empty()
        : taken(service, rule, match -> true, RouteOrder.of(service, mesh).firstMatch())
            .map(request -> request.toWitness(outcome));
  }

  /** The same for the match at this place of the rule, and a request of this very path. */
  public static Optional<Witness> taken(
      VirtualService service, int rule, int match, String path, String outcome, MeshView mesh) {
    if (service.hosts().isEmpty()) {
      return Optional.empty();
    }
    FirstMatch<RoutedMatch> order = RouteOrder.of(service, mesh).firstMatch();
    return taken(service, rule, routed -> routed.match() == match, order)
        .map(request -> request.with(Attribute.PATH, path))
        .filter(
            request ->
                order.first(request).filter(at -> isOf(order.value(at), service, rule)).isPresent())
        .map(request -> request.toWitness(outcome));
  }

  /** The same for a request with this value, for example of this method. */
  public static Optional<Witness> taken(
      VirtualService service,
      int rule,
      Attribute attribute,
      String value,
      String outcome,
      MeshView mesh) {
    if (service.hosts().isEmpty()) {
      return Optional.empty();
    }
    FirstMatch<RoutedMatch> order = RouteOrder.of(service, mesh).firstMatch();
    return taken(service, rule, match -> true, order)
        .map(request -> request.with(attribute, value))
        .filter(
            request ->
                order.first(request).filter(at -> isOf(order.value(at), service, rule)).isPresent())
        .map(request -> request.toWitness(outcome));
  }

  /** The same for the rule of a destination; empty for one of {@code tls} and {@code tcp}. */
  public static Optional<Witness> takenTo(
      VirtualService service, DestinationUse use, String outcome, MeshView mesh) {
    boolean http = use.use() == DestinationUse.Use.HTTP || use.use() == DestinationUse.Use.MIRROR;
    return http ? taken(service, use.rule(), outcome, mesh) : Optional.empty();
  }

  private static Optional<Request> taken(
      VirtualService service,
      int rule,
      Predicate<RoutedMatch> wanted,
      FirstMatch<RoutedMatch> order) {
    Request plain = RouteOrder.plain(service);
    for (int i = 0; i < order.size(); i++) {
      if (isOf(order.value(i), service, rule) && wanted.test(order.value(i))) {
        FirstMatch.Reach reach = order.reach(i, plain);
        if (reach.left().verdict() == Verdict.YES && reach.left().request().isPresent()) {
          return reach.left().request();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(RoutedMatch match, VirtualService service, int rule) {
    return match.rule().source() == service && match.rule().rootIndex() == rule;
  }
}
