package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.model.networking.WorkloadGroup;
import java.util.Map;

/** Two WorkloadGroups give their machines the same labels. */
final class WorkloadGroupDuplicate extends Check<WorkloadGroup> {

  WorkloadGroupDuplicate() {
    super(
        Subject.of(WorkloadGroup.KIND),
        CheckInfo.warning("WG-LABELS-DUPLICATE", "Two WorkloadGroups have the same labels")
            .meaning(
                "An older WorkloadGroup of the namespace gives its machines the same labels, which"
                    + " are not empty.")
            .why("Policies and services cannot tell the machines of the two apart.")
            .fix("Give the groups different labels, or make one of them")
            .codes("KIA1702"));
  }

  @Override
  public void check(WorkloadGroup group, MeshView mesh, Report report) {
    Map<String, String> labels = labels(group);
    if (labels.isEmpty()) {
      return;
    }
    for (Workload other : mesh.workloads().select(Names.namespace(group), labels)) {
      if (other.manifest() == group) {
        return; // what follows is younger
      }
      if (other.manifest() instanceof WorkloadGroup older && labels(older).equals(labels)) {
        report
            .add("spec", "The WorkloadGroup " + older.name() + " has the same labels " + labels)
            .related(older, "spec", "has the same labels");
        return;
      }
    }
  }

  private static Map<String, String> labels(WorkloadGroup group) {
    return Workloads.of(group).map(Workload::labels).orElse(Map.of());
  }
}
