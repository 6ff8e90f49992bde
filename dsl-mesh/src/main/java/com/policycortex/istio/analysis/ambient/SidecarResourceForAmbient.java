package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.model.networking.Sidecar;
import java.util.Map;

/** A Sidecar is for workloads that have none. */
final class SidecarResourceForAmbient extends Check<Sidecar> {

  SidecarResourceForAmbient() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.warning("SIDECAR-INEFFECTIVE-AMBIENT", "A Sidecar is for workloads without one")
            .meaning(
                "A Sidecar without a selector is in an ambient namespace, or one with a selector"
                    + " picks a workload in ambient mode.")
            .why(
                "ztunnel and waypoints do not look at it: what it hides is reached, and what it"
                    + " refuses is let out.")
            .fix("Remove it, and limit egress by policies of a waypoint or by NetworkPolicies")
            .needs(Need.NAMESPACES)
            .codes("IST0167"));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    Map<String, String> labels = Policies.selector(sidecar).orElse(Map.of());
    String namespace = Names.namespace(sidecar);
    if (labels.isEmpty()) {
      boolean injected =
          mesh.namespace(namespace)
              .filter(
                  it ->
                      "enabled".equals(it.metadata().labels().get("istio-injection"))
                          || !it.metadata().labels().getOrDefault("istio.io/rev", "").isEmpty())
              .isPresent();
      if (Ambient.isAmbient(namespace, mesh) && !injected) {
        report.add("metadata.name", "The namespace " + namespace + " is in ambient mode.");
      }
      return;
    }
    mesh.workloads().select(namespace, labels).stream()
        .filter(workload -> mesh.workloads().proxy(workload) == Proxy.AMBIENT)
        .findFirst()
        .ifPresent(
            workload ->
                report
                    .add("spec.workloadSelector", workload + " is in ambient mode.")
                    .related(workload.manifest(), "", "has no sidecar"));
  }
}
