package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.Sidecar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Sidecar's selector picks nothing, or what another one has. */
final class SidecarSelector extends Check<Sidecar> {

  SidecarSelector() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.error("SIDECAR-SELECTOR-OVERLAP", "A Sidecar is for no workload of its own")
            .meaning(
                "A workload that the Sidecar's selector picks is picked by an older Sidecar as"
                    + " well; or it picks no workload at all, while workloads of the namespace are"
                    + " among the manifests.")
            .why("One Sidecar counts for a workload. This one has no effect there.")
            .fix("Let the selectors of Sidecars pick different workloads")
            .needs(Need.WORKLOADS)
            .codes("IST0110", "IST0101", "KIA0003", "KIA0004"));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    Map<String, String> labels = Policies.selector(sidecar).orElse(Map.of());
    String namespace = Names.namespace(sidecar);
    if (labels.isEmpty() || !mesh.workloads().hasAny(namespace)) {
      return;
    }
    List<Workload> workloads = mesh.workloads().select(namespace, labels);
    if (workloads.isEmpty()) {
      report
          .add("spec.workloadSelector", "No workload in " + namespace + " has the labels " + labels)
          .hint("Use labels that the pods of " + namespace + " have")
          .severity(mesh.workloads().areGiven(namespace) ? Severity.WARNING : Severity.INFO);
      return;
    }
    for (Workload workload : workloads) {
      Optional<Sidecar> counts = mesh.sidecars().of(workload);
      if (counts.isPresent() && counts.get() != sidecar) {
        report
            .add("spec.workloadSelector", "For " + workload + " another Sidecar counts.")
            .related(counts.get(), "", "counts: " + Precedence.reason(counts.get(), sidecar));
        return;
      }
    }
  }
}
