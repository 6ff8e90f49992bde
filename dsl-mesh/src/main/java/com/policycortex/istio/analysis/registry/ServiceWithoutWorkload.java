package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** Nothing answers for a service to which requests are routed. */
final class ServiceWithoutWorkload extends Check<Service> {

  ServiceWithoutWorkload() {
    super(
        Subject.of(Service.KIND),
        CheckInfo.warning("SVC-NO-ENDPOINTS", "Nothing answers for a Service")
            .meaning(
                "A VirtualService routes to the Service, its selector picks no workload, and"
                    + " the workloads of its namespace are among the manifests: other Services of"
                    + " it have theirs.")
            .why("Requests are answered with 503 (no healthy upstream).")
            .fix("Let the selector be labels of the pods")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(Service service, MeshView mesh, Report report) {
    MeshService known = Services.of(service).get(0);
    if (service.selector().isEmpty()
        || !mesh.workloads().areGiven(known.namespace())
        || mesh.workloads().selectsAny(known.namespace(), service.selector())) {
      return;
    }
    List<VirtualService> routing = mesh.virtualServices().routingTo(known.host());
    if (!routing.isEmpty()) {
      report
          .add(
              "spec.selector",
              "No workload in " + known.namespace() + " has the labels " + service.selector() + ".")
          .related(routing.get(0), "", "routes to the Service")
          .witness(Witness.request("GET", known.host(), "/", "gets 503"));
    }
  }
}
