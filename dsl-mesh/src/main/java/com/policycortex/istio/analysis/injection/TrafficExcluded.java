package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.AppliedDestinationRule;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.MutualTlsMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A port of a Service goes around the sidecar. */
final class TrafficExcluded extends Check<Workload> {

  private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
  private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";

  TrafficExcluded() {
    super(
        Subject.WORKLOADS,
        CheckInfo.warning("WL-TRAFFIC-EXCLUSION", "A Service's port goes around the sidecar")
            .meaning(
                "The pods have a sidecar that does not take the traffic of a port"
                    + " (excludeInboundPorts, or includeInboundPorts without it), a Service leads"
                    + " to that port, and neither a PeerAuthentication nor a DestinationRule says"
                    + " that the port is without mutual TLS.")
            .why(
                "No policy holds for the port: AuthorizationPolicies are not looked at, and plain"
                    + " text is accepted. Clients in the mesh send mutual TLS, since the pod has a"
                    + " sidecar, and the application does not understand it.")
            .fix("Let the sidecar take the port, or say DISABLE for it in a PeerAuthentication")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.SERVICES));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    Map<String, String> annotations = workload.annotations();
    boolean asks = annotations.containsKey(EXCLUDED) || annotations.containsKey(INCLUDED);
    if (!asks || mesh.workloads().proxy(workload) != Proxy.SIDECAR) {
      return;
    }
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      for (MeshPort port : service.ports()) {
        long target = port.target(workload);
        if (isExcluded(target, annotations)
            && mesh.policies().peerAuthentication(workload).mode(target) != MutualTlsMode.DISABLE
            && !hasClientTls(service, mesh)) {
          report(workload, service, port, target, mesh, report);
          return;
        }
      }
    }
  }

  private static void report(
      Workload workload,
      MeshService service,
      MeshPort port,
      long target,
      MeshView mesh,
      Report report) {
    Draft draft =
        report
            .add(
                "metadata.name",
                "The sidecar does not take the traffic of port "
                    + target
                    + ", to which Service "
                    + service.manifest().name()
                    + " leads: no policy holds there, and clients with a sidecar fail.")
            .related(service.manifest(), "spec.ports", "leads to it by its port " + port)
            .witness(
                Witness.connection(
                    service.host(), (int) port.number(), "reaches the application unchecked"));
    List<AuthorizationPolicy> policies = mesh.policies().authorizationPolicies(workload);
    policies.stream()
        .limit(3)
        .forEach(policy -> draft.related(policy, "spec.rules", "does not hold for the port"));
  }

  private static boolean isExcluded(long port, Map<String, String> annotations) {
    String included = annotations.getOrDefault(INCLUDED, "*");
    return names(annotations.getOrDefault(EXCLUDED, ""), port)
        || (!included.strip().equals("*") && !names(included, port));
  }

  private static boolean names(String list, long port) {
    return Arrays.stream(list.split(",", -1))
        .anyMatch(text -> text.strip().equals(Long.toString(port)));
  }

  private static boolean hasClientTls(MeshService service, MeshView mesh) {
    for (AppliedDestinationRule rule :
        mesh.destinationRules().forNamespace(service.namespace(), service)) {
      Optional<TrafficPolicy> policy = rule.trafficPolicy();
      if (policy.isPresent()
          && (policy.get().tls().isPresent()
              || policy.get().portLevelSettings().stream()
                  .anyMatch(level -> level.tls().isPresent()))) {
        return true;
      }
    }
    return false;
  }
}
