package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a policy that lies in the wrong namespace beside the workloads that it selects. */
public final class MovedPolicy {

  private MovedPolicy() {}

  /** The namespace that has all workloads with these labels; empty where several have some. */
  public static Optional<String> to(Map<String, String> labels, MeshView mesh) {
    List<String> namespaces =
        mesh.workloads().selectEverywhere(labels).stream()
            .map(workload -> Names.namespace(workload.manifest()))
            .distinct()
            .toList();
    return namespaces.size() == 1
        ? Optional.of(namespaces.get(0)).filter(one -> !one.equals(mesh.rootNamespace()))
        : Optional.empty();
  }

  /** The repair that moves a policy. */
  public static Repair of(Manifest policy, Manifest moved, String namespace) {
    return new Repair(
        "Move it to the namespace " + namespace, List.of(moved), List.of(policy.resourceId()));
  }
}
