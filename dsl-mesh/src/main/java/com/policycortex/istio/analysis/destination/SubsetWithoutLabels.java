package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Subset;

/** A subset has no labels, and nothing else either. */
final class SubsetWithoutLabels extends Check<DestinationRule> {

  SubsetWithoutLabels() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.info("DR-SUBSET-NO-LABELS", "A subset stands for the whole service")
            .meaning(
                "The subset has no labels, so all endpoints of the host belong to it, and it has no"
                    + " traffic policy of its own.")
            .why(
                "Requests that are routed to it go to every version. That is right for a host"
                    + " outside the mesh, and a mistake where a version was meant.")
            .fix("Give the subset the labels of the pods that are meant, or remove it")
            .codes("KIA0209"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    for (int i = 0; i < rule.subsets().size(); i++) {
      Subset subset = rule.subsets().get(i);
      if (subset.labels().isEmpty() && subset.trafficPolicy().isEmpty()) {
        report
            .add(
                "spec.subsets[" + i + "]",
                "The subset " + subset.name() + " has no labels: it is the whole of " + rule.host())
            .at(subset);
      }
    }
  }
}
