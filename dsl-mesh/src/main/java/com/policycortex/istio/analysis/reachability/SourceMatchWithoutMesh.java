package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Map;
import java.util.Optional;

/** A match asks for the workload that sends, at gateways. */
final class SourceMatchWithoutMesh extends Check<VirtualService> {

  SourceMatchWithoutMesh() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "VS-SOURCE-MATCH-WITHOUT-MESH", "A match asks for the sender's labels at gateways")
            .meaning(
                "sourceLabels and sourceNamespace are compared with the pod of the proxy that"
                    + " routes. The VirtualService is for gateways alone, so that is the gateway's"
                    + " pod, not the client's; none of the gateways' workloads that are given is"
                    + " so.")
            .why("The match never holds, whoever sends; its requests go to a later rule, or 404.")
            .fix("Bind the VirtualService to mesh too, or match something that the client sends"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (VirtualServices.isDelegate(service) || VirtualServices.isForSidecars(service)) {
      return;
    }
    for (CommonMatch match : CommonMatch.all(service)) {
      boolean byGateways = match.match() instanceof HttpMatchRequest && !match.gateways().isEmpty();
      if (!byGateways) { // else labels are not looked at
        check(service, match, mesh, report);
      }
    }
  }

  private static void check(
      VirtualService service, CommonMatch match, MeshView mesh, Report report) {
    boolean asked = !match.labels().isEmpty() || !match.namespace().isEmpty();
    if (asked && !isSo(service, match, mesh)) {
      report
          .add(
              match.path() + (match.labels().isEmpty() ? ".sourceNamespace" : ".sourceLabels"),
              "Only gateways ("
                  + String.join(", ", VirtualServices.gateways(service))
                  + ") apply this VirtualService, and they compare this with their own pod: the"
                  + " match never holds")
          .at(match.match())
          .repair("Leave out what never holds", change -> DeadMatch.leftOut(change, match.path()));
    }
  }

  // A gateway's own pod can be asked for; then it is meant.
  private static boolean isSo(VirtualService service, CommonMatch match, MeshView mesh) {
    Map<String, String> labels = match.labels();
    String namespace = match.namespace();
    for (String name : VirtualServices.gateways(service)) {
      Optional<Gateway> gateway =
          name.equals(Names.MESH) ? Optional.empty() : mesh.find(Gateway.KIND, name);
      if (gateway.isPresent()) {
        for (Workload pod : mesh.workloads().selectEverywhere(gateway.get().selector())) {
          if (pod.hasLabels(labels) && (namespace.isEmpty() || namespace.equals(pod.namespace()))) {
            return true;
          }
        }
        if (gateway.get().selector().entrySet().containsAll(labels.entrySet())
            && namespace.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
