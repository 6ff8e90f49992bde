package com.policycortex.istio.analysis.access;

import com.policycortex.istio.analysis.access.AccessRules.PlacedRule;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a rule lets in is refused by rules of DENY. */
final class AllowDead extends Check<AuthorizationPolicy> {

  AllowDead() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-ALLOW-DEAD", "Rules of DENY refuse all that a rule lets in")
            .meaning(
                "Every request that the rule of an ALLOW policy holds for is refused by rules of"
                    + " DENY policies that apply to all the same workloads, alone or together.")
            .why(
                "DENY is looked at before ALLOW, and wins: what the rule allows on paper is"
                    + " answered with 403.")
            .fix("Take the requests out of the DENY rule, or remove the ALLOW rule"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (AccessRules.action(policy) != AuthorizationAction.ALLOW || !AccessRules.decides(policy)) {
      return;
    }
    List<PlacedRule> denials = AccessRules.wherever(policy, AuthorizationAction.DENY, mesh);
    if (denials.isEmpty()) {
      return;
    }
    List<RequestSet> sets = new ArrayList<>(denials.stream().map(PlacedRule::requests).toList());
    for (int i = 0; i < policy.rules().size(); i++) {
      PlacedRule own = new PlacedRule(policy, i);
      List<PlacedRule> rules = new ArrayList<>(denials);
      rules.add(own);
      sets.add(own.requests());
      FirstMatch<PlacedRule> order = FirstMatch.of(rules, sets);
      sets.remove(sets.size() - 1);
      FirstMatch.Reach reach = order.reach(denials.size(), AccessRules.PLAIN);
      if (reach.left().verdict() == Verdict.NO && reach.any().verdict() == Verdict.YES) {
        finding(own, order, reach, report);
      }
    }
  }

  private static void finding(
      PlacedRule own, FirstMatch<PlacedRule> order, FirstMatch.Reach reach, Report report) {
    List<PlacedRule> by = reach.takers().stream().map(order::value).toList();
    Draft draft =
        report.add(
            own.path(),
            "Whatever this rule lets in is refused with 403: "
                + by.get(0).policy().resourceId()
                + (by.size() > 1 ? " and others deny" : " denies")
                + " it");
    boolean others = own.policy().rules().size() > 1;
    draft.repair("Remove the rule", change -> change.onlyIf(others).remove(own.path()));
    for (PlacedRule denial : by) {
      draft.related(denial.policy(), denial.path(), "denies such requests");
    }
    Optional<Request> request = reach.any().request();
    Optional<PlacedRule> first = request.flatMap(order::first).map(order::value);
    if (first.isPresent()) {
      draft.witness(
          request
              .get()
              .toWitness(
                  "is refused with 403, by "
                      + first.get().path()
                      + " of "
                      + first.get().policy().resourceId()));
    }
  }
}
