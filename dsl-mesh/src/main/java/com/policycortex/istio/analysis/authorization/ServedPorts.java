package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.ContainerPort;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The ports of the sidecars that a policy is for.
 *
 * @param opaque those that have no requests, with their workloads
 * @param requests the numbers of those that have
 * @param areAll false where some sidecar has, or may have, other ports, of no declared protocol
 */
record ServedPorts(List<Served> opaque, Set<Long> requests, boolean areAll) {

  /** A port of a workload. */
  record Served(Workload workload, ServedPort port) {}

  /** Those of the workloads that the policy picks. */
  static ServedPorts of(AuthorizationPolicy policy, MeshView mesh) {
    Map<String, String> labels = Policies.selector(policy).orElse(Map.of());
    return mesh.memo(
        List.of("served ports", Names.namespace(policy), labels),
        view -> of(view.policies().workloads(policy), view));
  }

  private static ServedPorts of(List<Workload> workloads, MeshView mesh) {
    List<Served> opaque = new ArrayList<>();
    Set<Long> requests = new TreeSet<>();
    boolean areAll = true;
    for (Workload workload : workloads) {
      Proxy proxy = mesh.workloads().proxy(workload);
      if (proxy == Proxy.NONE || proxy == Proxy.AMBIENT) {
        continue; // no proxy of its own asks the rules
      }
      List<ServedPort> served = ServedPort.of(workload, mesh);
      Set<Long> numbers = served.stream().map(ServedPort::number).collect(Collectors.toSet());
      areAll &= !served.isEmpty();
      for (ContainerPort port : workload.ports()) {
        areAll &= numbers.contains((long) port.port());
      }
      for (ServedPort port : served) {
        if (port.isHttp()) {
          requests.add(port.number());
        } else {
          opaque.add(new Served(workload, port));
        }
      }
    }
    return new ServedPorts(List.copyOf(opaque), Collections.unmodifiableSet(requests), areAll);
  }
}
