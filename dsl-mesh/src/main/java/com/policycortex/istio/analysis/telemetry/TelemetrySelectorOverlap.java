package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.Map;

/** Two Telemetries pick the same workload. */
final class TelemetrySelectorOverlap extends Check<Telemetry> {

  TelemetrySelectorOverlap() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.warning("TELEMETRY-SELECTOR-OVERLAP", "Two Telemetries pick the same workload")
            .meaning(
                "A workload that the selector picks is picked by another Telemetry of the namespace"
                    + " too, and both say something of the same signal (traces, metrics or access"
                    + " logs).")
            .why(
                "istiod lets the younger one overrule the older, field by field. Which is younger"
                    + " is not written in the manifests, so the result differs between clusters.")
            .fix("Let the selectors pick different workloads, or join both in one Telemetry")
            .needs(Need.WORKLOADS)
            .codes("IST0159"));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    Map<String, String> labels = Policies.selector(telemetry).orElse(Map.of());
    String namespace = Names.namespace(telemetry);
    if (labels.isEmpty()) {
      return;
    }
    for (Workload workload : mesh.workloads().select(namespace, labels)) {
      for (Telemetry other : mesh.selecting(workload, namespace, Telemetry.KIND)) {
        if (other != telemetry && !Policies.isForAll(other) && meet(telemetry, other)) {
          report
              .add(
                  "spec.selector",
                  "The Telemetry "
                      + other.name()
                      + " is for "
                      + workload
                      + " as well: the younger of the two overrules the other.")
              .related(other, "spec.selector", "picks it as well");
          return;
        }
      }
    }
  }

  private static boolean meet(Telemetry one, Telemetry other) {
    return (!one.tracing().isEmpty() && !other.tracing().isEmpty())
        || (!one.metrics().isEmpty() && !other.metrics().isEmpty())
        || (!one.accessLogging().isEmpty() && !other.accessLogging().isEmpty());
  }
}
