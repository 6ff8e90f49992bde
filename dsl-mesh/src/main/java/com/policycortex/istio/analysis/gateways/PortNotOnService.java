package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A server listens on a port to which no Service leads. */
final class PortNotOnService extends Check<Gateway> {

  PortNotOnService() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.warning("GW-PORT-NOT-ON-SERVICE", "No Service leads to a server's port")
            .meaning(
                "No Service in front of the Gateway's workloads has the server's port, neither as"
                    + " its own number nor as its target; or there is none in front of them.")
            .why("Clients cannot reach the server: there is no such port at the load balancer.")
            .fix("Add the port to the gateway's Service, or let the server use one that it has")
            .needs(Need.WORKLOADS, Need.SERVICES)
            .codes("IST0162"));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    List<Workload> workloads = mesh.gateways().workloads(gateway);
    Set<Long> ports = new TreeSet<>();
    List<MeshService> services = new ArrayList<>();
    for (Workload workload : workloads) {
      for (MeshService service : mesh.workloads().servicesOf(workload)) {
        services.add(service);
        for (MeshPort port : service.ports()) {
          if (port.protocol() != Protocol.UDP) {
            ports.add(port.number());
            ports.add(port.target(workload));
          }
        }
      }
    }
    if (services.isEmpty()) {
      withoutService(workloads, mesh, report);
      return;
    }
    for (int i = 0; i < gateway.servers().size(); i++) {
      Server server = gateway.servers().get(i);
      if (!ports.contains(server.port().number())) {
        report
            .add(
                "spec.servers[" + i + "].port.number",
                "No Service in front of the gateway has the port "
                    + server.port().number()
                    + "; there are "
                    + ports
                    + ".")
            .at(server)
            .related(services.get(0).manifest(), "spec.ports", "is in front of the gateway");
      }
    }
  }

  // Where no Service of the namespace is given, they may all be in other manifests.
  private static void withoutService(List<Workload> workloads, MeshView mesh, Report report) {
    if (!workloads.isEmpty()
        && !mesh.in(Names.namespace(workloads.get(0).manifest()), Service.KIND).isEmpty()
        && workloads.stream().noneMatch(PortNotOnService::isOnNode)) {
      Workload first = workloads.get(0);
      report
          .add("spec.selector", "No Service leads to the gateway's pods, those of " + first + ".")
          .related(first.manifest(), "", "is selected by no Service");
    }
  }

  // Clients reach it by the address of its node.
  private static boolean isOnNode(Workload workload) {
    return workload.podSpec().flatMap(PodSpec::hostNetwork).orElse(false)
        || workload.ports().stream().anyMatch(port -> port.more().get("hostPort") != null);
  }
}
