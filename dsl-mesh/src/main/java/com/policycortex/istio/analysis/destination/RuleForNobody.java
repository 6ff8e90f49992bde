package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.DestinationRule;
import java.util.List;

/** No client can ever get a DestinationRule. */
final class RuleForNobody extends Check<DestinationRule> {

  RuleForNobody() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-NEVER-SELECTED", "No client gets a DestinationRule")
            .meaning(
                "The rule's namespace is neither that of a service with the host nor the root"
                    + " namespace, so only clients in its own namespace could get it, and no"
                    + " workload is there; or its workloadSelector picks none.")
            .why("The rule has no effect, though it looks as if it had.")
            .fix("Move the rule to the namespace of the service, or of the clients")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.SERVICES, Need.WORKLOADS));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String namespace = Names.namespace(rule);
    if (rule.workloadSelector().isPresent()) {
      if (!mesh.workloads().selectsAny(namespace, rule.workloadSelector().get().matchLabels())) {
        report.add(
            "spec.workloadSelector",
            "No workload in "
                + namespace
                + " has the labels "
                + rule.workloadSelector().get().matchLabels()
                + ", so no client gets the rule.");
      }
      return;
    }
    if (namespace.equals(mesh.rootNamespace()) || mesh.workloads().hasAny(namespace)) {
      return;
    }
    List<MeshService> services = mesh.services().coveredBy(DestinationRules.host(rule));
    if (!services.isEmpty()
        && services.stream().noneMatch(service -> service.namespace().equals(namespace))) {
      report
          .add(
              "metadata.namespace",
              "Only clients in "
                  + namespace
                  + " could get the rule, and no workload is there; the service is in "
                  + services.get(0).namespace()
                  + ".")
          .related(services.get(0).manifest(), "", "has the host");
    }
  }
}
