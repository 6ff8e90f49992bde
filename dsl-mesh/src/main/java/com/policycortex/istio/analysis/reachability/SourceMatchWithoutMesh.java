package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
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
    for (int i = 0; i < service.http().size(); i++) {
      List<HttpMatchRequest> matches = service.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        HttpMatchRequest match = matches.get(j);
        if (match.gateways().isEmpty()) { // else labels are not looked at
          String path = "spec.http[" + i + "].match[" + j + "]";
          check(service, path, match, match.sourceLabels(), match.sourceNamespace(), mesh, report);
        }
      }
    }
    for (int i = 0; i < service.tls().size(); i++) {
      List<TlsMatchAttributes> matches = service.tls().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        TlsMatchAttributes match = matches.get(j);
        String path = "spec.tls[" + i + "].match[" + j + "]";
        check(service, path, match, match.sourceLabels(), match.sourceNamespace(), mesh, report);
      }
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      List<L4MatchAttributes> matches = service.tcp().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        L4MatchAttributes match = matches.get(j);
        String path = "spec.tcp[" + i + "].match[" + j + "]";
        check(service, path, match, match.sourceLabels(), match.sourceNamespace(), mesh, report);
      }
    }
  }

  private static void check(
      VirtualService service,
      String path,
      Message match,
      Map<String, String> labels,
      Optional<String> namespace,
      MeshView mesh,
      Report report) {
    boolean asked = !labels.isEmpty() || namespace.filter(name -> !name.isEmpty()).isPresent();
    if (asked && !isSo(service, labels, namespace, mesh)) {
      report
          .add(
              path + (labels.isEmpty() ? ".sourceNamespace" : ".sourceLabels"),
              "Only gateways ("
                  + String.join(", ", VirtualServices.gateways(service))
                  + ") apply this VirtualService, and they compare this with their own pod: the"
                  + " match never holds")
          .at(match)
          .repair("Leave out what never holds", change -> DeadMatch.leftOut(change, path));
    }
  }

  // A gateway's own pod can be asked for; then it is meant.
  private static boolean isSo(
      VirtualService service,
      Map<String, String> labels,
      Optional<String> namespace,
      MeshView mesh) {
    for (String name : VirtualServices.gateways(service)) {
      Optional<Gateway> gateway =
          name.equals(Names.MESH) ? Optional.empty() : mesh.find(Gateway.KIND, name);
      if (gateway.isPresent()) {
        for (Workload pod : mesh.workloads().selectEverywhere(gateway.get().selector())) {
          if (pod.hasLabels(labels)
              && namespace.map(asked -> asked.equals(pod.namespace())).orElse(true)) {
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
