package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.Sidecar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A port of a workload to which a Service leads, as the workload's sidecar has it.
 *
 * @param number the port of the workload, which is the one that policies name
 * @param port the port of the Service
 * @param service the oldest Service that leads to it: it decides about the protocol
 */
record ServedPort(long number, MeshPort port, MeshService service) {

  private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
  private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";

  /**
   * Those of a workload, by number. None where it certainly has no sidecar, and where the ports of
   * the sidecar are not those of Services: by ingress listeners of a Sidecar, by a ServiceEntry, or
   * because some go around it.
   */
  static List<ServedPort> of(Workload workload, MeshView mesh) {
    Proxy proxy = mesh.workloads().proxy(workload);
    Map<String, String> annotations = workload.annotations();
    if ((proxy != Proxy.SIDECAR && proxy != Proxy.UNKNOWN)
        || annotations.containsKey(EXCLUDED)
        || annotations.containsKey(INCLUDED)
        || mesh.sidecars().of(workload).filter(ServedPort::hasIngress).isPresent()
        || !mesh.picking(workload, workload.namespace(), ServiceEntry.KIND).isEmpty()) {
      return List.of();
    }
    Map<Long, ServedPort> served = new TreeMap<>();
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      for (MeshPort port : service.ports()) {
        long number = port.target(workload);
        if (number > 0 && port.protocol() != Protocol.UDP) {
          served.putIfAbsent(number, new ServedPort(number, port, service));
        }
      }
    }
    return List.copyOf(served.values());
  }

  private static boolean hasIngress(Sidecar sidecar) {
    return !sidecar.ingress().isEmpty();
  }

  /** True if the sidecar reads requests there, or does once it has found that they are some. */
  boolean isHttp() {
    return port.protocol().isHttp() || port.protocol() == Protocol.AUTO;
  }

  /** The field of the Service that declares it. */
  String field() {
    return "spec.ports[" + service.ports().indexOf(port) + "]";
  }
}
