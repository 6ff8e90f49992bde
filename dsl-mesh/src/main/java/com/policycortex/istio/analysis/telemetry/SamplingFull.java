package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.telemetry.Telemetry;

/** Every request of the mesh is traced. */
final class SamplingFull extends Check<Telemetry> {

  private static final double EVERY = 100;

  SamplingFull() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.info("TELEMETRY-SAMPLING-FULL", "Every request of the mesh is traced")
            .meaning("A Telemetry for the whole mesh sets randomSamplingPercentage to 100.")
            .why(
                "Each proxy reports a span for each request: latency, and the load of the tracing"
                    + " backend, grow with all of the mesh's traffic.")
            .fix("Sample a few per cent, and all of the workload that is looked at")
            .confidence(Confidence.POLICY));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    if (!Names.namespace(telemetry).equals(mesh.rootNamespace())
        || !Policies.isForAll(telemetry)
        || !Policies.targetRefs(telemetry).isEmpty()) {
      return;
    }
    for (int i = 0; i < telemetry.tracing().size(); i++) {
      if (telemetry.tracing().get(i).randomSamplingPercentage().orElse(0.0) >= EVERY
          && !telemetry.tracing().get(i).disableSpanReporting().orElse(false)) {
        report.add(
            "spec.tracing[" + i + "].randomSamplingPercentage",
            "Each request at each proxy of the mesh is traced.");
      }
    }
  }
}
