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
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.DestinationRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A DestinationRule selects the server where the client is meant. */
final class SelectorOfServer extends Check<DestinationRule> {

  SelectorOfServer() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-SELECTOR-OF-SERVER", "A DestinationRule selects the server")
            .meaning(
                "workloadSelector picks only workloads that are behind the rule's own host. It is"
                    + " to pick the clients whose connections the rule is for.")
            .why("No client follows the rule; only calls of the service to itself do.")
            .fix("Select the labels of the clients, or leave the selector out")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    Map<String, String> labels =
        rule.workloadSelector().map(selector -> selector.matchLabels()).orElse(Map.of());
    if (labels.isEmpty()) {
      return;
    }
    String namespace = Names.namespace(rule);
    List<Workload> selected = mesh.workloads().select(namespace, labels);
    Optional<MeshService> service = mesh.services().resolve(DestinationRules.host(rule), namespace);
    if (!selected.isEmpty()
        && service.isPresent()
        && !service.get().selector().isEmpty()
        && service.get().namespace().equals(namespace)
        && selected.stream().allMatch(workload -> workload.hasLabels(service.get().selector()))) {
      report
          .add(
              "spec.workloadSelector",
              "The selector picks "
                  + selected.get(0)
                  + ", which is what the rule's clients connect to.")
          .related(service.get().manifest(), "spec.selector", "picks it as the server");
    }
  }
}
