package com.policycortex.istio.analysis.access;

import com.policycortex.istio.analysis.access.AccessRules.PlacedRule;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.ArrayList;
import java.util.List;

/** What a rule lets in, others let in already. */
final class AllowCovered extends Check<AuthorizationPolicy> {

  AllowCovered() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.info("AUTHZ-ALLOW-COVERED", "Other rules let in all that a rule lets in")
            .meaning(
                "Every request that the rule of an ALLOW policy holds for is let in by other rules"
                    + " of ALLOW policies that apply to all the same workloads, alone or together."
                    + " Of two that are equal the later is meant. Looks at the first 50 policies.")
            .why(
                "ALLOW policies add up: this rule opens nothing, and tightening it closes nothing,"
                    + " while the wider rule stands.")
            .fix("Remove the rule, or narrow the wider one; rules: [{}] lets everybody in"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (AccessRules.action(policy) != AuthorizationAction.ALLOW || !AccessRules.decides(policy)) {
      return;
    }
    List<PlacedRule> all = AccessRules.wherever(policy, AuthorizationAction.ALLOW, mesh);
    if (all.size() < 2) {
      return;
    }
    List<RequestSet> sets = all.stream().map(PlacedRule::requests).toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).policy() == policy) {
        check(i, all, sets, report);
      }
    }
  }

  private static void check(int own, List<PlacedRule> all, List<RequestSet> sets, Report report) {
    List<PlacedRule> others = new ArrayList<>();
    List<RequestSet> order = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i != own
          && !(isBefore(all.get(own), all.get(i)) && isWithin(sets.get(i), sets.get(own)))) {
        others.add(all.get(i));
        order.add(sets.get(i));
      }
    }
    others.add(all.get(own));
    order.add(sets.get(own));
    FirstMatch.Reach reach =
        FirstMatch.of(others, order).reach(others.size() - 1, AccessRules.PLAIN);
    if (reach.left().verdict() == Verdict.NO && reach.any().verdict() == Verdict.YES) {
      finding(all.get(own), reach, others, report);
    }
  }

  private static boolean isBefore(PlacedRule one, PlacedRule other) {
    return one.policy() == other.policy()
        ? one.index() < other.index()
        : Precedence.ORDER.compare(one.policy(), other.policy()) < 0;
  }

  // A later rule that is within this one is the one to be reported, not this.
  private static boolean isWithin(RequestSet inner, RequestSet outer) {
    return outer.contains(inner, AccessRules.PLAIN).verdict() == Verdict.YES;
  }

  private static void finding(
      PlacedRule own, FirstMatch.Reach reach, List<PlacedRule> others, Report report) {
    List<PlacedRule> wider = reach.takers().stream().map(others::get).toList();
    PlacedRule first = wider.get(0);
    boolean everything = wider.size() == 1 && AccessRules.isForAll(first.rule());
    Draft draft =
        report.add(
            own.path(),
            "This rule opens nothing: "
                + (first.policy() == own.policy()
                    ? first.path().replace("spec.", "")
                    : first.policy().resourceId())
                + (everything
                    ? " lets everything in"
                    : wider.size() > 1
                        ? " and others let in all that it lets in"
                        : " lets in all that it lets in"));
    if (everything) {
      open(first, draft);
    } else {
      boolean more = own.policy().rules().size() > 1;
      draft.repair("Remove the rule", change -> change.onlyIf(more).remove(own.path()));
    }
    reach
        .any()
        .request()
        .ifPresent(
            request -> draft.witness(request.toWitness("is let in, with this rule or without it")));
    for (PlacedRule other : wider) {
      draft.related(other.policy(), other.path(), "lets such requests in");
    }
  }

  // Who wrote narrower rules, or called the policy a denial, hardly means to let everybody in.
  private static void open(PlacedRule everything, Draft draft) {
    draft.hint(
        "Remove the rule {} of "
            + everything.policy().resourceId()
            + ", which lets everybody in, or narrow it; a policy that lets nobody in by itself is"
            + " spec: {}, without rules");
    if (everything.policy().metadata().name().contains("deny")) {
      draft.severity(Severity.WARNING);
    }
  }
}
