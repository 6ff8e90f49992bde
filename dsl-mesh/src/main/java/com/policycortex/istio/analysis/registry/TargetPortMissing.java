package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.ContainerPort;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServicePort;
import java.util.ArrayList;
import java.util.List;

/** A Service leads to a port that its pods do not have. */
final class TargetPortMissing extends Check<Service> {

  TargetPortMissing() {
    super(
        Subject.of(Service.KIND),
        CheckInfo.warning("SVC-TARGET-PORT-MISSING", "A Service leads to a port that is not there")
            .meaning(
                "A targetPort by name is the name of no port of a container behind the Service; or"
                    + " one by number is none of their ports, though they list some. Kubernetes"
                    + " does not ask containers to list their ports, so the latter may be meant."
                    + " The ports of a gateway are those of its Gateways' servers; it is left out.")
            .why("Connections are refused: callers get 503.")
            .fix("Name a port of the container, or list the port there")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS)
            .codes("KIA0701"));
  }

  @Override
  public void check(Service service, MeshView mesh, Report report) {
    if (service.selector().isEmpty()) {
      return;
    }
    List<Workload> workloads = new ArrayList<>(1);
    for (Workload workload : mesh.workloads().behind(Services.of(service).get(0))) {
      if (!workload.ports().isEmpty() && mesh.workloads().proxy(workload) != Proxy.GATEWAY) {
        workloads.add(workload);
      }
    }
    for (int i = 0; !workloads.isEmpty() && i < service.ports().size(); i++) {
      ServicePort port = service.ports().get(i);
      // Of several versions one may have the port.
      if (!hasAny(workloads, port)) {
        Workload lacking = workloads.get(0);
        Draft draft =
            report
                .add(
                    "spec.ports["
                        + i
                        + "]."
                        + (port.targetPort().isPresent() ? "targetPort" : "port"),
                    "No container of "
                        + lacking
                        + " has the port "
                        + port.targetPort()
                            .map(TargetPortMissing::text)
                            .orElse(String.valueOf(port.port()))
                        + ".")
                .related(lacking.manifest(), "", "is behind the Service");
        if (port.targetPort().orElse(null) instanceof IntOrString.PortName name) {
          List<String> known =
              lacking.ports().stream().flatMap(listed -> listed.name().stream()).toList();
          draft.meant(name.value(), known);
        } else {
          // A container need not declare the ports that it listens on.
          draft.severity(Severity.INFO);
        }
      }
    }
  }

  private static String text(IntOrString target) {
    return target instanceof IntOrString.PortName name
        ? name.value()
        : target instanceof IntOrString.PortNumber number ? String.valueOf(number.value()) : "";
  }

  private static boolean hasAny(List<Workload> workloads, ServicePort port) {
    for (Workload workload : workloads) {
      if (has(workload, port)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Workload workload, ServicePort port) {
    IntOrString target = port.targetPort().orElse(null);
    for (ContainerPort listed : workload.ports()) {
      boolean same =
          target instanceof IntOrString.PortName name
              ? listed.name().orElse("").equals(name.value())
              : listed.port()
                  == (target instanceof IntOrString.PortNumber number
                      ? number.value()
                      : port.port());
      if (same) {
        return true;
      }
    }
    return false;
  }
}
