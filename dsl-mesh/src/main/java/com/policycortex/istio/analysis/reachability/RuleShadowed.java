package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.ShadowedMatches.Shadow;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Optional;

/** Earlier rules of a VirtualService take all requests of a later one. */
final class RuleShadowed extends Check<VirtualService> {

  RuleShadowed() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-RULE-SHADOWED", "Rules before it take all requests of a rule")
            .meaning(
                "Every request that the rule, or one of its matches, holds for is taken by rules"
                    + " before it, alone or together: by paths, expressions, case, method, headers"
                    + " and their absence, query, port, gateways and source. Rules of delegates"
                    + " count where they are put.")
            .why(
                "The rule never routes anything. What it was to do, a canary, a redirect, a"
                    + " timeout, does not happen, and its requests go where the earlier rule"
                    + " leads.")
            .fix("Put the narrower rule first, or remove the one that is never reached")
            .codes("IST0130", "IST0131"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (service.hosts().isEmpty()
        || !hasSeveral(service)
        || ObviouslyReached.areAll(service.http())) {
      return;
    }
    ShadowedMatches shadowed = ShadowedMatches.of(service, mesh);
    if (shadowed.whole().isEmpty() && shadowed.single().isEmpty()) {
      return;
    }
    Optional<Repair> repair = ShadowRepair.of(service, shadowed, mesh);
    for (Shadow shadow : shadowed.whole()) {
      Draft draft = rule(service, shadow, report);
      witness(shadowed.order(), shadow, draft);
      repair.ifPresent(draft::repair);
    }
    for (Shadow shadow : shadowed.single()) {
      match(service, shadowed.order(), shadow, report);
    }
  }

  private static boolean hasSeveral(VirtualService service) {
    return service.http().size() > 1
        || service.http().stream()
            .anyMatch(route -> route.delegate().isPresent() || route.match().size() > 1);
  }

  private static Draft rule(VirtualService service, Shadow shadow, Report report) {
    MergedRoute rule = shadow.match().rule();
    boolean delegated = rule.source() != service;
    Draft draft =
        report
            .add(
                "spec.http[" + rule.rootIndex() + "]",
                "No request reaches "
                    + (delegated
                        ? Outcomes.place(rule.path()) + " of " + rule.source().resourceId()
                        : "this rule")
                    + ": "
                    + taking(shadow.takers().stream().map(MergedRoute::path).toList())
                    + " all of its requests first")
            .at(delegated ? service.http().get(rule.rootIndex()) : rule.route());
    if (delegated) {
      draft.related(rule.source(), rule.path(), "is never reached by way of this rule");
    }
    for (MergedRoute taker : shadow.takers()) {
      draft.related(taker.source(), taker.path(), "comes first, and takes such requests");
    }
    return draft;
  }

  private static void match(
      VirtualService service, FirstMatch<RoutedMatch> order, Shadow shadow, Report report) {
    RoutedMatch match = shadow.match();
    boolean delegated = match.rule().source() != service;
    List<String> paths = shadow.matches().stream().map(RoutedMatch::path).toList();
    boolean same = shadow.takers().isEmpty();
    Draft draft =
        report
            .add(
                delegated ? "spec.http[" + match.rule().rootIndex() + "]" : match.path(),
                (same ? "This match says nothing new: " : "No request reaches this match: ")
                    + taking(paths)
                    + " all of its requests"
                    + (same ? "" : " first"))
            .at(match.holder());
    if (same) {
      draft.severity(Severity.INFO).hint("Remove the match");
      without(match, delegated, draft);
      return;
    }
    shadow.matches().stream()
        .filter(taker -> !taker.isOfRule(match.rule()))
        .forEach(
            taker ->
                draft.related(
                    taker.rule().source(), taker.path(), "comes first, and takes such requests"));
    witness(order, shadow, draft);
    without(match, delegated, draft);
  }

  private static void without(RoutedMatch match, boolean delegated, Draft draft) {
    if (!delegated && match.path().endsWith("]") && match.path().contains(".match[")) {
      draft.repair("Remove the match", change -> DeadMatch.leftOut(change, match.path()));
    }
  }

  private static void witness(FirstMatch<RoutedMatch> order, Shadow shadow, Draft draft) {
    Optional<Integer> taker = shadow.request().flatMap(order::first);
    if (taker.isPresent()) {
      RoutedMatch by = order.value(taker.get());
      draft.witness(
          shadow
              .request()
              .get()
              .toWitness(Outcomes.of(by.rule().route()) + ", by " + Outcomes.place(by.path())));
    }
  }

  private static String taking(List<String> paths) {
    List<String> places = paths.stream().map(Outcomes::place).distinct().toList();
    return String.join(" and ", places) + (places.size() > 1 ? " together take" : " takes");
  }
}
