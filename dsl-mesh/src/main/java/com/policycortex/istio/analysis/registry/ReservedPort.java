package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.ContainerPort;
import java.util.Set;

/** A workload wants a port that its proxy has. */
final class ReservedPort extends Check<Workload> {

  // https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio
  private static final Set<Integer> RESERVED =
      Set.of(15000, 15001, 15004, 15006, 15008, 15020, 15021, 15053, 15090);

  ReservedPort() {
    super(
        Subject.WORKLOADS,
        CheckInfo.error("WL-RESERVED-PORT", "A container listens on a port of the proxy")
            .meaning(
                "A container of a workload with a sidecar lists one of the ports 15000, 15001,"
                    + " 15004, 15006, 15008, 15020, 15021, 15053, 15090, which the sidecar uses.")
            .why("One of the two cannot listen, and the pod does not become ready.")
            .fix("Let the application use another port"));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    if (mesh.workloads().proxy(workload) != Proxy.SIDECAR) {
      return;
    }
    for (Container container : workload.containers()) {
      if (container.name().equals(Workload.PROXY_CONTAINER)) {
        continue;
      }
      for (ContainerPort port : container.ports()) {
        if (RESERVED.contains(port.port())) {
          report.add(
              "metadata.name",
              "The container "
                  + container.name()
                  + " lists the port "
                  + port.port()
                  + ", which the sidecar uses.");
        }
      }
    }
  }
}
