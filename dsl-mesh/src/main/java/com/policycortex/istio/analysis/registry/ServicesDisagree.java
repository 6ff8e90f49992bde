package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.model.kubernetes.Deployment;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two Services in front of a workload disagree about a port. */
final class ServicesDisagree extends Check<Deployment> {

  ServicesDisagree() {
    super(
        Subject.of(Deployment.KIND),
        CheckInfo.warning("WL-SERVICES-PROTOCOL-CONFLICT", "Two Services disagree about a port")
            .meaning(
                "Two Services pick the workload, or one does with two ports, and lead to the same"
                    + " port of it with different protocols (HTTP for one, TCP for the other, or"
                    + " TCP and UDP).")
            .why(
                "The sidecar has one listener for the port: which of the two decides is not"
                    + " certain, and requests of the other are reset or not routed.")
            .fix("Declare the same protocol in both Services")
            .codes("IST0116", "IST0137"));
  }

  @Override
  public void check(Deployment deployment, MeshView mesh, Report report) {
    Optional<Workload> workload = Workloads.of(deployment);
    if (workload.isEmpty() || !mesh.workloads().proxy(workload.get()).mayBeInMesh()) {
      return;
    }
    Map<Long, MeshService> byTarget = new TreeMap<>();
    Map<Long, MeshPort> ports = new TreeMap<>();
    for (MeshService service : mesh.workloads().servicesOf(workload.get())) {
      for (MeshPort port : service.ports()) {
        long target = port.target(workload.get());
        MeshPort first = ports.putIfAbsent(target, port);
        MeshService other = byTarget.putIfAbsent(target, service);
        if (first != null && other != null) {
          conflict(first, port, other, service, target, report);
        }
      }
    }
  }

  private static void conflict(
      MeshPort first, MeshPort port, MeshService one, MeshService two, long target, Report report) {
    String problem =
        family(first.protocol()) != family(port.protocol())
            ? " (" + first.protocol() + " and " + port.protocol() + ")"
            : first.number() != port.number()
                ? " (as their ports " + first.number() + " and " + port.number() + ")"
                : "";
    if (!problem.isEmpty()) {
      boolean oneService = one.equals(two);
      report
          .add(
              "metadata.name",
              (oneService ? "Two ports of a Service" : "Two Services")
                  + " lead to its port "
                  + target
                  + " in different ways"
                  + problem
                  + ".")
          .severity(
              oneService && family(first.protocol()) == family(port.protocol())
                  ? Severity.INFO
                  : Severity.WARNING)
          .related(one.manifest(), "spec.ports", "has " + first)
          .related(two.manifest(), "spec.ports", "has " + port);
    }
  }

  private static int family(Protocol protocol) {
    if (protocol == Protocol.UDP) {
      return 0;
    }
    return protocol.isHttp() ? 1 : protocol.isTls() ? 2 : protocol == Protocol.AUTO ? 3 : 4;
  }
}
