package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.Optional;

/** A policy about requests names no waypoint or service. */
final class PolicyWithoutTarget extends Check<Manifest> {

  PolicyWithoutTarget() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("AMBIENT-POLICY-NO-TARGET-REF", "A policy about requests is for nobody")
            .meaning(
                "A RequestAuthentication or WasmPlugin without targets, or a Telemetry with a"
                    + " selector, applies to a workload in ambient mode and to no workload with a"
                    + " sidecar. ztunnel does not look at requests, and a waypoint follows only"
                    + " what names it, or a service, by targetRefs.")
            .why(
                "No token is read, no plugin runs, no trace is different: requests pass as without"
                    + " the policy.")
            .fix("Name the service or the waypoint by targetRefs")
            .needs(Need.WORKLOADS, Need.NAMESPACES)
            .codes("KIA1115", "KIA1116", "KIA1117", "KIA1110", "KIA1111", "KIA1112"));
  }

  @Override
  public void check(Manifest policy, MeshView mesh, Report report) {
    boolean known =
        policy instanceof RequestAuthentication
            || policy instanceof WasmPlugin
            || (policy instanceof Telemetry && !Policies.isForAll(policy));
    if (!known || !Policies.targetRefs(policy).isEmpty()) {
      return;
    }
    Optional<Workload> workload = Ambient.ambientWorkload(policy, mesh);
    boolean elsewhere =
        workload.isPresent()
            && mesh.policies().workloads(policy).stream()
                .anyMatch(it -> mesh.workloads().proxy(it).isEnvoy());
    if (workload.isPresent() && !elsewhere) {
      report
          .add(
              Policies.isForAll(policy) ? "metadata.name" : "spec.selector",
              "Nobody follows it for " + workload.get() + ", which is in ambient mode.")
          .related(workload.get().manifest(), "", "is in ambient mode");
    }
  }
}
