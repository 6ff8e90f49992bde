package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.AppliedDestinationRule;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.validation.Hosts;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A rule in a client's namespace keeps clients there from the rule of the service's owner. */
final class OwnerRuleHidden extends Check<DestinationRule> {

  OwnerRuleHidden() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-OWNER-RULE-HIDDEN", "Clients of a namespace miss the owner's rule")
            .meaning(
                "The rule lies neither in the service's namespace nor in the root namespace, and"
                    + " the service's own namespace has a rule for the host that clients here would"
                    + " get. Rules of different namespaces are not merged: clients here get this one"
                    + " alone, and it lacks blocks or subsets of the other.")
            .why(
                "For the clients of this namespace the owner's circuit breakers, limits, TLS"
                    + " settings or subsets do not exist; routes to such a subset get 503.")
            .fix("Repeat here what the owner's rule sets, or remove this rule")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String host = DestinationRules.host(rule);
    String namespace = Names.namespace(rule);
    if (Hosts.isWildcard(host) || rule.workloadSelector().isPresent()) {
      return;
    }
    Optional<MeshService> service = mesh.services().resolve(host, namespace);
    if (service.isEmpty()
        || service.get().namespace().equals(namespace)
        || namespace.equals(mesh.rootNamespace())) {
      return;
    }
    for (AppliedDestinationRule mine : mesh.destinationRules().merged(namespace, host)) {
      if (mine.rules().get(0) != rule) {
        continue;
      }
      for (AppliedDestinationRule owners :
          mesh.destinationRules().exportedTo(namespace, host, service.get().namespace())) {
        compare(rule, mine, owners, report);
      }
    }
  }

  private static void compare(
      DestinationRule rule,
      AppliedDestinationRule mine,
      AppliedDestinationRule owners,
      Report report) {
    Set<String> lost = new TreeSet<>();
    owners.trafficPolicy().ifPresent(policy -> lost.addAll(TrafficPolicyBlocks.of(policy)));
    mine.trafficPolicy()
        .ifPresent(policy -> TrafficPolicyBlocks.of(policy).forEach(block -> lost.remove(block)));
    owners.subsets().stream()
        .map(defined -> defined.subset().name())
        .filter(name -> mine.subset(name).isEmpty())
        .forEach(name -> lost.add("the subset " + name));
    if (!lost.isEmpty()) {
      report
          .add(
              "spec.host",
              "Clients in "
                  + Names.namespace(rule)
                  + " get this rule in place of that of the service's namespace, and lose "
                  + String.join(", ", lost)
                  + ".")
          .related(owners.first(), "", "is what clients elsewhere get");
    }
  }
}
