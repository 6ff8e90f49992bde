package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;

/** A workload is open while its neighbours are protected. */
final class WorkloadWithoutPolicy extends Check<Workload> {

  WorkloadWithoutPolicy() {
    super(
        Subject.WORKLOADS,
        CheckInfo.info("WL-NO-AUTHZ", "A workload is open while its neighbours are protected")
            .meaning(
                "No AuthorizationPolicy applies to a workload with a sidecar, though the namespace"
                    + " has AuthorizationPolicies for others.")
            .why("Everybody who reaches its pods may call everything.")
            .fix("Add an ALLOW policy for it, or one without rules for the whole namespace")
            .confidence(Confidence.POLICY)
            .codes("KIA1301"));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    if (mesh.workloads().proxy(workload) != Proxy.SIDECAR) {
      return;
    }
    List<AuthorizationPolicy> neighbours = mesh.in(workload.namespace(), AuthorizationPolicy.KIND);
    if (!neighbours.isEmpty() && mesh.policies().authorizationPolicies(workload).isEmpty()) {
      report
          .add("metadata.name", "No AuthorizationPolicy is for " + workload + ".")
          .related(neighbours.get(0), "", "protects another workload of the namespace");
    }
  }
}
