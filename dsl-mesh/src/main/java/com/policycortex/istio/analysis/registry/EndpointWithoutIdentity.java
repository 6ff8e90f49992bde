package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryLocation;
import com.policycortex.istio.model.networking.WorkloadEntry;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import java.util.Map;
import java.util.Optional;

/** An endpoint in the mesh has no identity. */
final class EndpointWithoutIdentity extends Check<ServiceEntry> {

  private static final String TLS_MODE = "security.istio.io/tlsMode";

  EndpointWithoutIdentity() {
    super(
        Subject.of(ServiceEntry.KIND),
        CheckInfo.info("SE-ENDPOINT-IDENTITY", "An endpoint in the mesh has no identity")
            .meaning(
                "The ServiceEntry is MESH_INTERNAL, and an endpoint that it lists, or a"
                    + " WorkloadEntry that it selects, has neither a serviceAccount nor the label"
                    + " security.istio.io/tlsMode.")
            .why(
                "Clients take it for one without a proxy and send plain text: where mutual TLS is"
                    + " STRICT every call fails, elsewhere nothing is encrypted.")
            .fix("Set serviceAccount to the account as which the endpoint runs")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(ServiceEntry entry, MeshView mesh, Report report) {
    boolean internal = entry.location().equals(Optional.of(ServiceEntryLocation.MESH_INTERNAL));
    if (!internal) {
      return;
    }
    for (int i = 0; i < entry.endpoints().size(); i++) {
      WorkloadEntrySpec endpoint = entry.endpoints().get(i);
      if (lacks(endpoint.serviceAccount(), endpoint.labels())) {
        report.add(
            "spec.endpoints[" + i + "]",
            "Clients send plain text to this endpoint: it has no serviceAccount.");
        return;
      }
    }
    Map<String, String> labels = Policies.selector(entry).orElse(Map.of());
    if (labels.isEmpty()) {
      return;
    }
    for (Workload workload : mesh.workloads().select(Names.namespace(entry), labels)) {
      if (workload.manifest() instanceof WorkloadEntry machine
          && lacks(machine.serviceAccount(), machine.labels())) {
        report
            .add(
                "spec.workloadSelector",
                "Clients send plain text to " + workload + ": it has no serviceAccount.")
            .related(machine, "spec", "has no serviceAccount");
        return;
      }
    }
  }

  private static boolean lacks(Optional<String> account, Map<String, String> labels) {
    return account.filter(name -> !name.isEmpty()).isEmpty() && !labels.containsKey(TLS_MODE);
  }
}
