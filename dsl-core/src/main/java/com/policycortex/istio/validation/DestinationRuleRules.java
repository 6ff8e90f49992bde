package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Subset;

/** A DestinationRule's own fields: the host and its subsets. */
final class DestinationRuleRules {

  private static final RuleSet<Subset> SUBSET =
      RuleSet.of(Subset.class)
          .error(
              "DR-SUBSET-NAME",
              Gate.ISTIOD,
              "Write letters, digits and '-', at most 63",
              (subset, report) -> {
                if (!DnsNames.isLabel(subset.name())) {
                  report.add(
                      "name",
                      subset.name().isEmpty()
                          ? "The subset has no name"
                          : Text.quote(subset.name()) + " is not a DNS label");
                }
              })
          .error(
              "DR-SUBSET-LABELS",
              Gate.ISTIOD,
              "Write labels as Kubernetes takes them",
              (subset, report) -> Labels.check("labels", subset.labels(), report))
          .partWithoutWarnings("trafficPolicy", Subset::trafficPolicy, TrafficPolicyRules.RULES)
          .build();

  static final RuleSet<DestinationRule> RULES =
      RuleSet.of(DestinationRule.class)
          .error(
              "DR-HOST",
              Gate.ISTIOD,
              "Write the service's name, for example reviews or reviews.prod.svc.cluster.local",
              (rule, report) -> {
                String problem = DnsNames.problemWithWildcardDomain(rule.host());
                if (problem != null) {
                  report.add("host", problem);
                }
              })
          .error(
              "DR-SUBSET-DUP",
              Gate.ISTIOD,
              "Rename or remove one of the two",
              DestinationRuleRules::duplicates)
          .rules(ExportToRules.of(DestinationRule::exportTo, false))
          .rule(ExportToRules.SELECTED)
          .part("trafficPolicy", DestinationRule::trafficPolicy, TrafficPolicyRules.RULES)
          .each("subsets", DestinationRule::subsets, SUBSET)
          .part("workloadSelector", DestinationRule::workloadSelector, SelectorRules.MATCH_LABELS)
          .build();

  private DestinationRuleRules() {}

  private static void duplicates(DestinationRule rule, Report report) {
    Duplicates.check(
        rule.subsets(), Subset::name, "subsets", "name", "There are two subsets ", report);
  }
}
