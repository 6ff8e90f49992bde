package com.policycortex.istio.mesh;

import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What proxies make of the DestinationRules for one host that istiod merges: the subsets of all,
 * the traffic policy of the first that has one.
 *
 * @param rules the rules, the deciding one first
 * @param subsets the subsets that hold, each with the rule that defines it
 * @param ignoredSubsets subsets whose name an earlier rule has taken
 */
public record AppliedDestinationRule(
    List<DestinationRule> rules, List<DefinedSubset> subsets, List<DefinedSubset> ignoredSubsets) {

  /**
   * A subset with the rule that defines it.
   *
   * @param subset the subset
   * @param rule the rule
   * @param index where it lies in the rule's list
   */
  public record DefinedSubset(Subset subset, DestinationRule rule, int index) {}

  /** Copies the lists. */
  public AppliedDestinationRule {
    rules = List.copyOf(rules);
    subsets = List.copyOf(subsets);
    ignoredSubsets = List.copyOf(ignoredSubsets);
  }

  static AppliedDestinationRule of(List<DestinationRule> rules) {
    if (rules.size() == 1) {
      return new AppliedDestinationRule(rules, defined(rules.get(0)), List.of());
    }
    List<DefinedSubset> subsets = new ArrayList<>();
    List<DefinedSubset> ignored = new ArrayList<>();
    Set<String> earlier = new HashSet<>();
    for (DestinationRule rule : rules) {
      Set<String> own = new HashSet<>();
      for (DefinedSubset defined : defined(rule)) {
        (earlier.contains(defined.subset().name()) ? ignored : subsets).add(defined);
        own.add(defined.subset().name());
      }
      earlier.addAll(own);
    }
    return new AppliedDestinationRule(rules, subsets, ignored);
  }

  private static List<DefinedSubset> defined(DestinationRule rule) {
    List<DefinedSubset> defined = new ArrayList<>(rule.subsets().size());
    for (int i = 0; i < rule.subsets().size(); i++) {
      defined.add(new DefinedSubset(rule.subsets().get(i), rule, i));
    }
    return defined;
  }

  /** The rule whose host, exportTo and selector hold for all of it. */
  public DestinationRule first() {
    return rules.get(0);
  }

  /** The labels of the client workloads to which it is limited. */
  public Optional<WorkloadSelector> workloadSelector() {
    return first().workloadSelector();
  }

  /** The subset of this name. */
  public Optional<DefinedSubset> subset(String name) {
    for (DefinedSubset defined : subsets) {
      if (defined.subset().name().equals(name)) {
        return Optional.of(defined);
      }
    }
    return Optional.empty();
  }

  /** The rule whose traffic policy holds: the first that has one. */
  public Optional<DestinationRule> trafficPolicyRule() {
    return rules.stream().filter(rule -> rule.trafficPolicy().isPresent()).findFirst();
  }

  /** The traffic policy that holds. */
  public Optional<TrafficPolicy> trafficPolicy() {
    return trafficPolicyRule().flatMap(DestinationRule::trafficPolicy);
  }

  /** {@code DestinationRule shop/reviews with DestinationRule shop/more}. */
  @Override
  public String toString() {
    return rules.stream()
        .map(rule -> rule.resourceId().toString())
        .collect(Collectors.joining(" with "));
  }
}
