package com.policycortex.istio.dsl;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pattern whose requests move between subsets over time. Between two states the order of applies
 * matters: a route that names a subset which no DestinationRule defines answers 503.
 */
public sealed interface Rollout extends Pattern permits Canary, BlueGreen {

  /** The subsets, and how traffic is carried to them. */
  DestinationRule destinationRule();

  /** The routes. */
  VirtualService virtualService();

  /** The DestinationRule, then the VirtualService: subsets first. */
  @Override
  default List<Manifest> manifests() {
    return List.of(destinationRule(), virtualService());
  }

  /**
   * How to get from this state to another of the same service: what to apply, in order, so that at
   * no time a route names a subset that is not there. Apply one step, wait until the proxies have
   * it ({@code istioctl proxy-status}), then the next. Empty if nothing changes.
   */
  default List<Step> stepsTo(Rollout after) {
    DestinationRule from = destinationRule();
    DestinationRule to = after.destinationRule();
    if (!from.resourceId().equals(to.resourceId())) {
      throw new IllegalArgumentException(
          "a rollout of " + from.resourceId() + " does not lead to one of " + to.resourceId());
    }
    DestinationRule both = to.subsets(union(from.subsets(), to.subsets()));
    List<Step> steps = new ArrayList<>();
    if (!both.equals(from)) {
      steps.add(new Step(both, "define every subset before a route names it"));
    }
    if (!virtualService().equals(after.virtualService())) {
      steps.add(new Step(after.virtualService(), "move the requests"));
    }
    if (!to.equals(both)) {
      steps.add(new Step(to, "remove the subset that no route names any more"));
    }
    return steps;
  }

  // In the order of what is there, so that nothing is applied only because the order changed.
  private static List<Subset> union(List<Subset> there, List<Subset> wanted) {
    Map<String, Subset> all = new LinkedHashMap<>();
    there.forEach(subset -> all.put(subset.name(), subset));
    wanted.forEach(subset -> all.put(subset.name(), subset));
    return List.copyOf(all.values());
  }

  /**
   * One apply.
   *
   * @param manifest what to apply
   * @param reason why now
   */
  record Step(Manifest manifest, String reason) {

    /** {@code apply DestinationRule policycortex/core-api: define every subset …}. */
    @Override
    public String toString() {
      return "apply " + manifest.resourceId() + ": " + reason;
    }
  }
}
