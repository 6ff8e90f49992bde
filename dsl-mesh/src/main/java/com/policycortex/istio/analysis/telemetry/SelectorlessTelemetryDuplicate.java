package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.List;

/** Two Telemetries are for the same whole namespace. */
final class SelectorlessTelemetryDuplicate extends Check<Telemetry> {

  SelectorlessTelemetryDuplicate() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.error(
                "TELEMETRY-SELECTORLESS-DUPLICATE", "Two Telemetries are for the same namespace")
            .meaning(
                "Another Telemetry of the namespace has neither selector nor targets either, and is"
                    + " older. In the root namespace such a Telemetry is for the whole mesh.")
            .why(
                "Only the oldest counts. What this one says of traces, metrics and access logs has"
                    + " no effect.")
            .fix("Join both in one Telemetry, or give this one a selector")
            .codes("IST0160"));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    if (!isForAll(telemetry)) {
      return;
    }
    String namespace = Names.namespace(telemetry);
    Telemetry first = null;
    for (List<Telemetry> some :
        List.of(
            mesh.withoutSelector(namespace, Telemetry.KIND),
            mesh.withEmptySelector(namespace, Telemetry.KIND))) {
      for (Telemetry other : some) {
        if (isForAll(other)) {
          first = first == null || Precedence.ORDER.compare(other, first) < 0 ? other : first;
          break;
        }
      }
    }
    if (first != null && first != telemetry) {
      String scope =
          namespace.equals(mesh.rootNamespace()) ? "the whole mesh" : "the namespace " + namespace;
      report
          .add("metadata.name", "For " + scope + " the Telemetry " + first.name() + " counts.")
          .related(first, "", "counts: " + Precedence.reason(first, telemetry))
          .repair(Repair.remove("Remove the Telemetry without effect", telemetry.resourceId()));
    }
  }

  private static boolean isForAll(Telemetry telemetry) {
    return Policies.isForAll(telemetry) && Policies.targetRefs(telemetry).isEmpty();
  }
}
