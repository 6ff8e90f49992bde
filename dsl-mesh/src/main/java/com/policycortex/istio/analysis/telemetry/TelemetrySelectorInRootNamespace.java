package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.MovedPolicy;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.Map;

/** A Telemetry of the root namespace wants to pick workloads elsewhere. */
final class TelemetrySelectorInRootNamespace extends Check<Telemetry> {

  TelemetrySelectorInRootNamespace() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.warning(
                "TELEMETRY-ROOT-SELECTOR",
                "A selector in the root namespace picks nothing elsewhere")
            .meaning(
                "A Telemetry in the root namespace has a selector, and workloads with its labels"
                    + " are in other namespaces only. With a selector a Telemetry is for workloads"
                    + " of its own namespace, in the root namespace too.")
            .why("The workloads that are meant are traced, measured and logged as without it.")
            .fix("Put the Telemetry into the namespace of the workloads")
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    Map<String, String> labels = Policies.selector(telemetry).orElse(Map.of());
    String namespace = Names.namespace(telemetry);
    if (labels.isEmpty()
        || !namespace.equals(mesh.rootNamespace())
        || mesh.workloads().selectsAny(namespace, labels)) {
      return;
    }
    mesh.workloads().selectEverywhere(labels).stream()
        .findFirst()
        .ifPresent(
            workload -> {
              Draft draft =
                  report
                      .add(
                          "spec.selector",
                          "The selector does not pick "
                              + workload
                              + ": it is for workloads in "
                              + namespace
                              + " only.")
                      .related(workload.manifest(), "metadata.labels", "has the labels");
              MovedPolicy.to(labels, mesh)
                  .ifPresent(
                      to ->
                          draft.repair(
                              MovedPolicy.of(telemetry, telemetry.in(to), to)
                                  .changes("those workloads report what it says")));
            });
  }
}
