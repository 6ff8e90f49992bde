package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.Service;

/** Some pods behind a Service have a proxy, others have none. */
final class MixedWorkloads extends Check<Service> {

  MixedWorkloads() {
    super(
        Subject.of(Service.KIND),
        CheckInfo.warning("SVC-MIXED-WORKLOADS", "Only some pods of a Service are in the mesh")
            .meaning(
                "The selector of the Service picks a workload that has a proxy and another that"
                    + " certainly has none.")
            .why(
                "Mutual TLS, AuthorizationPolicies and inbound limits hold for some of the requests"
                    + " only, by chance; a DestinationRule that sets TLS breaks one of the halves.")
            .fix("Inject all workloads of the Service, or let another Service pick the others")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS, Need.NAMESPACES));
  }

  @Override
  public void check(Service service, MeshView mesh, Report report) {
    if (service.selector().isEmpty() || mesh.namespace(Names.namespace(service)).isEmpty()) {
      return;
    }
    Workload within = null;
    Workload without = null;
    for (MeshService known : Services.of(service)) {
      for (Workload workload : mesh.workloads().behind(known)) {
        Proxy proxy = mesh.workloads().proxy(workload);
        if (proxy == Proxy.NONE) {
          without = without == null ? workload : without;
        } else if (proxy != Proxy.UNKNOWN) {
          within = within == null ? workload : within;
        }
      }
    }
    if (within != null && without != null) {
      report
          .add(
              "spec.selector",
              "The Service leads to "
                  + within
                  + ", which is in the mesh, and to "
                  + without
                  + ", which is not.")
          .related(within.manifest(), "", "has a proxy")
          .related(without.manifest(), "", "has none");
    }
  }
}
