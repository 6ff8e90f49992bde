package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.LocalityDistribution;
import com.policycortex.istio.model.networking.LocalityFailover;
import com.policycortex.istio.model.networking.LocalityLoadBalancerSetting;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.ZoneAwareLoadBalancerSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Traffic by locality: shares, failover and priorities. */
final class LocalityRules {

  private static final Set<String> TOPOLOGY =
      Set.of(
          "topology.kubernetes.io/region",
          "topology.kubernetes.io/zone",
          "topology.istio.io/subzone");

  static final RuleSet<LocalityLoadBalancerSetting> DISTRIBUTION =
      RuleSet.of(LocalityLoadBalancerSetting.class)
          .error(
              "LB-DIST-FAILOVER",
              Gate.ISTIOD,
              "Keep one of distribute and failover",
              (setting, report) -> {
                if (!setting.distribute().isEmpty() && !setting.failover().isEmpty()) {
                  report.add("distribute", "There are both distribute and failover");
                }
              })
          .error(
              "LB-FAILOVER-TOPOLOGY",
              Gate.ISTIOD,
              "Keep one of failover and the labels of region, zone and subzone",
              (setting, report) -> {
                if (!setting.failover().isEmpty()) {
                  topology(setting.failoverPriority(), report);
                }
              })
          .error(
              "LB-WEIGHT-RANGE",
              Gate.ISTIOD,
              "Write a percentage from 1 to 100",
              (setting, report) -> {
                for (int i = 0; i < setting.distribute().size(); i++) {
                  for (Map.Entry<String, Long> to : setting.distribute().get(i).to().entrySet()) {
                    if (to.getValue() < 1 || to.getValue() > 100) {
                      report.add(
                          "distribute[" + i + "].to[" + to.getKey() + "]",
                          to.getValue() + " is outside 1 to 100 percent");
                    }
                  }
                }
              })
          .error(
              "LB-WEIGHT-SUM",
              Gate.ISTIOD,
              "Write shares that add up to 100",
              (setting, report) -> {
                for (int i = 0; i < setting.distribute().size(); i++) {
                  long sum = 0;
                  for (long share : setting.distribute().get(i).to().values()) {
                    sum += share;
                  }
                  if (sum != 100) {
                    report.add(
                        "distribute[" + i + "].to", "The shares add up to " + sum + ", not 100");
                  }
                }
              })
          .error(
              "LB-LOCALITIES",
              Gate.ISTIOD,
              "Write region, region/zone or region/zone/subzone; a '*' only at the end, and no"
                  + " locality that another covers",
              LocalityRules::localities)
          .rules(
              failovers(
                  "LB",
                  LocalityLoadBalancerSetting::failover,
                  LocalityLoadBalancerSetting::failoverPriority))
          .build();

  static final RuleSet<ZoneAwareLoadBalancerSetting> ZONE_AWARE =
      RuleSet.of(ZoneAwareLoadBalancerSetting.class)
          .error(
              "LB-ZA-TOPOLOGY",
              Gate.ISTIOD,
              "Remove the label: zones are looked at anyway",
              (setting, report) -> topology(setting.failoverPriority(), report))
          .error(
              "LB-ZA-MIN-SIZE",
              Gate.API_SERVER,
              "Write a number from 1 to 4294967295",
              (setting, report) -> {
                Optional<Long> size = setting.minClusterSize();
                if (size.isPresent() && (size.get() < 1 || !NumberRules.isUint32(size.get()))) {
                  report.add("minClusterSize", size.get() + " is outside 1 to 4294967295");
                }
              })
          .rules(
              failovers(
                  "LB-ZA",
                  ZoneAwareLoadBalancerSetting::failover,
                  ZoneAwareLoadBalancerSetting::failoverPriority))
          .build();

  private LocalityRules() {}

  private static <T> List<Rule<T>> failovers(
      String prefix,
      Function<T, List<LocalityFailover>> failover,
      Function<T, List<String>> failoverPriority) {
    return List.of(
        Rule.error(
            prefix + "-FAILOVER-SAME",
            Gate.ISTIOD,
            "Write another region in to",
            (setting, report) -> {
              for (int i = 0; i < failover.apply(setting).size(); i++) {
                LocalityFailover entry = failover.apply(setting).get(i);
                if (entry.from().orElse("").equals(entry.to().orElse(""))) {
                  report.add("failover[" + i + "]", "A region fails over to itself");
                }
              }
            }),
        Rule.error(
            prefix + "-FAILOVER-SLASH",
            Gate.ISTIOD,
            "Write regions only",
            (setting, report) -> {
              for (int i = 0; i < failover.apply(setting).size(); i++) {
                if (hasEither(failover.apply(setting).get(i), '/')) {
                  report.add("failover[" + i + "]", "Failover is between regions, not zones");
                }
              }
            }),
        Rule.error(
            prefix + "-FAILOVER-WILDCARD",
            Gate.ISTIOD,
            "Write the region's name",
            (setting, report) -> {
              for (int i = 0; i < failover.apply(setting).size(); i++) {
                if (hasEither(failover.apply(setting).get(i), '*')) {
                  report.add("failover[" + i + "]", "Failover takes no wildcards");
                }
              }
            }),
        Rule.warning(
            prefix + "-OUTLIER-MISSING",
            Gate.ISTIOD,
            "Write outlierDetection beside loadBalancer: without it no endpoint ever counts as"
                + " failed",
            (setting, report) -> {
              boolean fails =
                  !failover.apply(setting).isEmpty() || !failoverPriority.apply(setting).isEmpty();
              if (fails && !hasOutlierDetection(report.enclosing(2))) {
                report.add("failover", "There is no outlierDetection, so failover never happens");
              }
            }));
  }

  private static boolean hasOutlierDetection(Object policy) {
    return (policy instanceof TrafficPolicy whole && whole.outlierDetection().isPresent())
        || (policy instanceof PortTrafficPolicy port && port.outlierDetection().isPresent());
  }

  private static boolean hasEither(LocalityFailover failover, char c) {
    return failover.from().orElse("").indexOf(c) >= 0 || failover.to().orElse("").indexOf(c) >= 0;
  }

  private static void topology(List<String> priorities, Report report) {
    for (int i = 0; i < priorities.size(); i++) {
      if (TOPOLOGY.contains(priorities.get(i))) {
        report.add(
            "failoverPriority[" + i + "]",
            priorities.get(i) + " does not go together with the other settings");
      }
    }
  }

  private static void localities(LocalityLoadBalancerSetting setting, Report report) {
    if (setting.distribute().isEmpty()) {
      return;
    }
    LocalitySet from = new LocalitySet();
    for (int i = 0; i < setting.distribute().size(); i++) {
      LocalityDistribution distribution = setting.distribute().get(i);
      String problem = from.add(distribution.from().orElse(""));
      if (problem != null) {
        report.add("distribute[" + i + "].from", problem);
      }
      // Istio walks the map in random order: what fails in any order fails here.
      List<String> names = new ArrayList<>(distribution.to().keySet());
      names.sort(LocalitySet.GENERAL_FIRST);
      LocalitySet to = new LocalitySet();
      for (String name : names) {
        problem = to.add(name);
        if (problem != null) {
          report.add("distribute[" + i + "].to[" + name + "]", problem);
          break;
        }
      }
    }
  }
}
