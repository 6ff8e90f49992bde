package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.AppliedDestinationRule;
import com.policycortex.istio.mesh.AppliedDestinationRule.DefinedSubset;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.model.networking.DestinationRule;
import java.util.List;

/** Several DestinationRules of a namespace are for one host, and one of them is partly ignored. */
final class HostSubsetConflict extends Check<DestinationRule> {

  HostSubsetConflict() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning(
                "DR-HOST-SUBSET-CONFLICT", "A DestinationRule is ignored in favour of another")
            .meaning(
                "Another DestinationRule of the namespace has the same host. Rules of the same"
                    + " exportTo are merged: subsets are united, the first of a name counts, and of"
                    + " the traffic policies the first counts as a whole. Rules whose exportTo"
                    + " differs are not merged: the last one is used alone.")
            .why(
                "What loses has no effect: limits, TLS settings or labels are other than written,"
                    + " and routes to a subset that is lost get 503.")
            .fix("Move everything about the host into one DestinationRule")
            .codes("KIA0201"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String host = DestinationRules.host(rule);
    List<AppliedDestinationRule> groups =
        mesh.destinationRules().merged(Names.namespace(rule), host);
    if (groups.size() == 1 && groups.get(0).rules().size() == 1) {
      return;
    }
    for (AppliedDestinationRule group : groups) {
      if (group.rules().stream().anyMatch(member -> member == rule)) {
        withinGroup(rule, group, report);
      }
    }
    unused(rule, groups, report);
  }

  private static void withinGroup(
      DestinationRule rule, AppliedDestinationRule group, Report report) {
    group
        .trafficPolicyRule()
        .filter(first -> first != rule && rule.trafficPolicy().isPresent())
        .ifPresent(
            first ->
                report
                    .add(
                        "spec.trafficPolicy",
                        "The traffic policy is ignored: that of "
                            + first.resourceId()
                            + " counts as a whole ("
                            + Precedence.reason(first, rule)
                            + ")")
                    .related(first, "spec.trafficPolicy", "counts instead"));
    for (DefinedSubset ignored : group.ignoredSubsets()) {
      if (ignored.rule() == rule) {
        group
            .subset(ignored.subset().name())
            .ifPresent(
                first ->
                    report
                        .add(
                            "spec.subsets[" + ignored.index() + "]",
                            "The subset "
                                + ignored.subset().name()
                                + " is ignored: "
                                + first.rule().resourceId()
                                + " has defined it ("
                                + Precedence.reason(first.rule(), rule)
                                + ")")
                        .at(ignored.subset())
                        .related(
                            first.rule(),
                            "spec.subsets[" + first.index() + "]",
                            "defines it first"));
      }
    }
  }

  // Without a selector, the last of the rules that were not merged is used alone.
  private static void unused(
      DestinationRule rule, List<AppliedDestinationRule> groups, Report report) {
    List<AppliedDestinationRule> forAll =
        groups.stream().filter(group -> group.workloadSelector().isEmpty()).toList();
    if (forAll.size() < 2) {
      return;
    }
    AppliedDestinationRule last = forAll.get(forAll.size() - 1);
    boolean ours = forAll.stream().anyMatch(group -> group.first() == rule);
    if (ours && last.rules().stream().noneMatch(member -> member == rule)) {
      report
          .add(
              "spec.exportTo",
              "The rule is not used where "
                  + last.first().resourceId()
                  + " is seen too: their exportTo differ, so they are not merged, and the last one"
                  + " counts")
          .related(last.first(), "spec.exportTo", "is used instead");
    }
  }
}
