package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.InstalledGateways;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.Map;

/** A Telemetry's selector picks nothing. */
final class TelemetryWithoutWorkload extends Check<Telemetry> {

  TelemetryWithoutWorkload() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.warning("TELEMETRY-SELECTOR-NO-WORKLOAD", "A Telemetry is for no workload")
            .meaning(
                "The selector of the Telemetry picks no workload of its namespace, while there are"
                    + " workloads in it or elsewhere among the manifests.")
            .why("Nothing is traced, measured or logged differently because of it.")
            .fix("Use labels that pods of the Telemetry's namespace have")
            .needs(Need.WORKLOADS)
            .codes("IST0101"));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    Map<String, String> labels = Policies.selector(telemetry).orElse(Map.of());
    String namespace = Names.namespace(telemetry);
    if (!labels.isEmpty()
        && !InstalledGateways.have(labels, mesh)
        && !mesh.workloads().selectsAny(namespace, labels)) {
      report
          .add("spec.selector", "No workload in " + namespace + " has the labels " + labels + ".")
          .severity(
              mesh.workloads().wouldBeGiven(telemetry, labels) ? Severity.WARNING : Severity.INFO);
    }
  }
}
