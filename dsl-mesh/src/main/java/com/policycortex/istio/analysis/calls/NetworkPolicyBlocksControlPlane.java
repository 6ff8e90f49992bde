package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
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

/** The network keeps a sidecar from its control plane. */
final class NetworkPolicyBlocksControlPlane extends Check<NetworkPolicy> {

  private static final int XDS = 15012;

  NetworkPolicyBlocksControlPlane() {
    super(
        Subject.of(NetworkPolicy.KIND),
        CheckInfo.error("NETPOL-BLOCKS-ISTIOD", "A NetworkPolicy keeps sidecars from istiod")
            .meaning(
                "The NetworkPolicy limits the egress of a workload with a sidecar, and no"
                    + " NetworkPolicy of the workload lets it reach TCP port 15012 in the root"
                    + " namespace, where istiod is. Peers by address are taken to be it.")
            .why(
                "The sidecar gets no certificate and no configuration: pods that start never become"
                    + " ready, and those that run keep what they have until the certificate ends.")
            .fix("Let the pods reach port 15012 of istiod's namespace")
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(NetworkPolicy policy, MeshView mesh, Report report) {
    boolean limits = policy.policyTypes().contains(PolicyType.Egress) || !policy.egress().isEmpty();
    if (!limits) {
      return;
    }
    List<Workload> selected =
        mesh.workloads().select(Names.namespace(policy), policy.podSelector().matchLabels());
    for (Workload workload : selected) {
      // A NetworkPolicy is for pods, and not for what a WorkloadEntry stands for.
      if (workload.podSpec().isPresent() && mesh.workloads().proxy(workload) == Proxy.SIDECAR) {
        List<NetworkPolicy> all = NetworkPolicies.of(workload, PolicyType.Egress, mesh);
        // Several together are told once, at the first.
        if (!all.isEmpty()
            && all.get(0).equals(policy)
            && all.stream().noneMatch(it -> reaches(it, mesh))) {
          Draft draft =
              report
                  .add(
                      "spec.podSelector",
                      "The sidecar of " + workload + " does not reach istiod at port 15012.")
                  .related(workload.manifest(), "", "has a sidecar");
          all.stream().skip(1).forEach(other -> draft.related(other, "", "limits its egress too"));
          return;
        }
      }
    }
  }

  private static boolean reaches(NetworkPolicy policy, MeshView mesh) {
    String root = mesh.rootNamespace();
    return policy.egress().stream()
        .filter(rule -> NetworkPolicies.admits(rule.ports(), XDS))
        .anyMatch(
            rule ->
                rule.peers().isEmpty()
                    || rule.peers().stream()
                        .anyMatch(
                            peer ->
                                peer.ipBlock().isPresent()
                                    || (peer.namespaceSelector().isEmpty()
                                        ? Names.namespace(policy).equals(root)
                                        : NetworkPolicies.mayBe(
                                            peer.namespaceSelector().get(), root, mesh))));
  }
}
