package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.Optional;

/** A subset has a policy of its own, and nothing is routed to it. */
final class SubsetPolicyUnused extends Check<DestinationRule> {

  SubsetPolicyUnused() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-SUBSET-POLICY-UNUSED", "The traffic policy of a subset has no effect")
            .meaning(
                "A subset has a trafficPolicy, and no VirtualService routes or mirrors to that"
                    + " subset. A subset only exists for requests that are routed to it by name.")
            .why(
                "The limits, TLS settings or load balancing of the subset are never applied; its"
                    + " pods get their requests through the service as a whole.")
            .fix("Route to the subset, or move its policy to the rule itself"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String host = DestinationRules.host(rule);
    if (Hosts.isWildcard(host)) {
      return;
    }
    for (int i = 0; i < rule.subsets().size(); i++) {
      Subset subset = rule.subsets().get(i);
      if (subset.trafficPolicy().isPresent() && !isUsed(subset.name(), host, mesh)) {
        report
            .add(
                "spec.subsets[" + i + "].trafficPolicy",
                "Nothing is routed to the subset "
                    + subset.name()
                    + " of "
                    + host
                    + ", so its policy is never applied.")
            .at(subset);
      }
    }
  }

  private static boolean isUsed(String subset, String host, MeshView mesh) {
    for (VirtualService service : mesh.virtualServices().routingTo(host)) {
      String namespace = Names.namespace(service);
      boolean names =
          Destinations.of(service).stream()
              .anyMatch(
                  use ->
                      use.destination().subset().equals(Optional.of(subset))
                          && Names.host(use.destination().host(), namespace).equals(host));
      if (names) {
        return true;
      }
    }
    return false;
  }
}
