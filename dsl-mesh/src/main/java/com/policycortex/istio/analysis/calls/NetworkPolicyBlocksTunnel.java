package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.PolicyType;
import java.util.List;

/** The network refuses the tunnel by which ambient traffic comes. */
final class NetworkPolicyBlocksTunnel extends Check<NetworkPolicy> {

  private static final int HBONE = 15008;

  NetworkPolicyBlocksTunnel() {
    super(
        Subject.of(NetworkPolicy.KIND),
        CheckInfo.error("NETPOL-BLOCKS-HBONE", "A NetworkPolicy refuses the tunnel of ambient mode")
            .meaning(
                "The NetworkPolicy selects a workload in ambient mode and admits some ports, and no"
                    + " NetworkPolicy of the workload admits port 15008, at which traffic of the"
                    + " mesh arrives (HBONE).")
            .why("All traffic of the mesh to the pods is dropped; plain traffic still arrives.")
            .fix("Admit TCP port 15008 as well")
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(NetworkPolicy policy, MeshView mesh, Report report) {
    boolean lists = policy.ingress().stream().anyMatch(rule -> !rule.ports().isEmpty());
    if (!lists) {
      return;
    }
    List<Workload> selected =
        mesh.workloads().select(Names.namespace(policy), policy.podSelector().matchLabels());
    for (Workload workload : selected) {
      if (mesh.workloads().proxy(workload) == Proxy.AMBIENT) {
        List<NetworkPolicy> all = NetworkPolicies.of(workload, PolicyType.Ingress, mesh);
        if (all.contains(policy)
            && all.stream()
                .flatMap(it -> it.ingress().stream())
                .noneMatch(rule -> NetworkPolicies.admits(rule.ports(), HBONE))) {
          report
              .add(
                  "spec.ingress",
                  "Port 15008 is not admitted, at which the mesh's traffic comes to "
                      + workload
                      + ".")
              .related(workload.manifest(), "", "is in ambient mode");
        }
        return;
      }
    }
  }
}
