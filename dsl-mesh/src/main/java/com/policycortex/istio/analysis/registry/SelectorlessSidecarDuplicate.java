package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.model.networking.Sidecar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Of several Sidecars for all workloads of a namespace, one counts. */
final class SelectorlessSidecarDuplicate extends Check<Sidecar> {

  SelectorlessSidecarDuplicate() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.error(
                "SIDECAR-SELECTORLESS-DUPLICATE", "Two Sidecars are for the whole namespace")
            .meaning(
                "The namespace has another Sidecar without a workloadSelector (or with an empty"
                    + " one), which comes first: the oldest one counts, of the same age the first"
                    + " by name.")
            .why(
                "This Sidecar has no effect: its workloads reach, and listen on, what the other"
                    + " says.")
            .fix("Merge the two, or give one a workloadSelector")
            .codes("IST0111", "KIA0002"));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    if (sidecar
        .workloadSelector()
        .filter(selector -> !selector.matchLabels().isEmpty())
        .isPresent()) {
      return;
    }
    String namespace = Names.namespace(sidecar);
    // To istiod an empty selector is one too, and comes first.
    Optional<Sidecar> first =
        Stream.of(
                mesh.withEmptySelector(namespace, Sidecar.KIND),
                mesh.withoutSelector(namespace, Sidecar.KIND))
            .flatMap(List::stream)
            .findFirst()
            .filter(other -> other != sidecar);
    first.ifPresent(
        other ->
            report
                .add(
                    "",
                    "The Sidecar has no effect: "
                        + other.resourceId()
                        + " is for the whole namespace too, and counts ("
                        + Precedence.reason(other, sidecar)
                        + ")")
                .related(other, "", "counts instead")
                .repair(Repair.remove("Remove the Sidecar without effect", sidecar.resourceId())));
  }
}
