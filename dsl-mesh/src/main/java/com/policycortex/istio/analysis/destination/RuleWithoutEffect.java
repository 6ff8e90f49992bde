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
import java.util.List;
import java.util.Optional;

/** Whoever calls a service gets another rule than this one, or none. */
final class RuleWithoutEffect extends Check<DestinationRule> {

  RuleWithoutEffect() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-WITHOUT-EFFECT", "A DestinationRule counts for no client")
            .meaning(
                "The rule is for the host of a service, and no namespace is left whose clients get"
                    + " it. It is in the root namespace, and the service's own namespace has a rule"
                    + " for everybody; or it is for namespaces to which the service is not"
                    + " exported: a rule in a third namespace is for its clients alone, any other"
                    + " for those of its exportTo; or each of these namespaces has another rule."
                    + " Rules for wildcards are not looked at.")
            .why(
                "istiod looks in the client's namespace, then in the service's, then in the root"
                    + " namespace, and stops at the first that has a rule for the client. Nothing of"
                    + " this rule holds: no limits, no TLS, no subsets.")
            .fix(
                "Put the rule into the service's namespace, or join it with the one there; or"
                    + " export the service to the clients' namespaces")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String host = DestinationRules.host(rule);
    String namespace = Names.namespace(rule);
    if (Hosts.isWildcard(host)) {
      return;
    }
    List<MeshService> services = mesh.services().withHost(host);
    for (MeshService service : services) {
      if (mesh.destinationRules().mayCount(rule, service)) {
        return;
      }
    }
    if (services.isEmpty()) {
      return;
    }
    MeshService service = services.get(0);
    boolean third =
        !namespace.equals(mesh.rootNamespace()) && !namespace.equals(service.namespace());
    if (third && leavesOutItself(rule)) {
      report
          .add(
              "spec.exportTo",
              "Elsewhere than in "
                  + service.namespace()
                  + ", the namespace of "
                  + host
                  + ", a rule is for clients of its own namespace alone, and it is not exported to"
                  + " "
                  + namespace
                  + ".")
          .related(service.manifest(), "", "has the host");
      return;
    }
    String client = third ? namespace : service.namespace();
    Optional<AppliedDestinationRule> other =
        mesh.destinationRules().forNamespace(client, service).stream()
            .filter(applied -> !applied.rules().contains(rule))
            .findFirst();
    boolean isSeen = mesh.services().isVisible(service, namespace);
    if (other.isPresent() && isSeen) {
      report
          .add(
              "spec.host",
              third
                  ? "Clients in " + namespace + " get another rule for " + host + "."
                  : "Clients of "
                      + host
                      + " get the rule of the service's namespace: one of the root namespace counts"
                      + " only where there is none.")
          .related(other.get().first(), "spec.host", "is what they get");
    } else {
      report
          .add(
              rule.exportTo().isEmpty() ? "spec.host" : "spec.exportTo",
              host
                  + " is exported to "
                  + mesh.services().exportTo(service)
                  + " only, so no client for which the rule is can call it.")
          .related(service.manifest(), "", "has the host");
    }
  }

  private static boolean leavesOutItself(DestinationRule rule) {
    List<String> to = rule.exportTo();
    return !to.isEmpty()
        && rule.workloadSelector().isEmpty()
        && !to.contains("*")
        && !to.contains(".")
        && !to.contains(Names.namespace(rule));
  }
}
