package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.List;
import java.util.Map;

/** The workloads that answer for a service, as far as policies of mutual TLS tell them apart. */
final class Servers {

  // A namespace with more policies is not searched for each service.
  private static final int MOST_POLICIES = 16;

  private Servers() {}

  /**
   * The workloads behind a service. In a mesh without any, what its selector says of them, if that
   * decides which policies apply.
   */
  static List<Workload> of(MeshService service, MeshView mesh) {
    if (mesh.knows(Need.WORKLOADS)) {
      return mesh.workloads().behind(service);
    }
    if (!service.isKubernetes() || service.selector().isEmpty()) {
      return List.of();
    }
    List<PeerAuthentication> policies = mesh.in(service.namespace(), PeerAuthentication.KIND);
    Workload supposed = Workloads.supposed(service);
    boolean namesPorts = service.ports().stream().anyMatch(Servers::namesTarget);
    return policies.size() <= MOST_POLICIES
            && policies.stream().allMatch(policy -> isDecided(policy, supposed, namesPorts))
        ? List.of(supposed)
        : List.of();
  }

  private static boolean namesTarget(MeshPort port) {
    return port.targetPort().filter(IntOrString.PortName.class::isInstance).isPresent();
  }

  // Undecided is what further labels would decide, and a port whose number a container tells.
  private static boolean isDecided(
      PeerAuthentication policy, Workload supposed, boolean namesPorts) {
    if (Policies.isForAll(policy)) {
      return true;
    }
    Map<String, String> wanted = Policies.selector(policy).orElse(Map.of());
    if (supposed.hasLabels(wanted)) {
      return policy.portLevelMtls().isEmpty() || !namesPorts;
    }
    return wanted.entrySet().stream()
        .anyMatch(
            label -> {
              String value = supposed.labels().get(label.getKey());
              return value != null && !value.equals(label.getValue());
            });
  }
}
