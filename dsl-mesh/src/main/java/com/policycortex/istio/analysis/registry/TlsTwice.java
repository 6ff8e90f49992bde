package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.List;

/** A client's TLS is wrapped into TLS once more. */
final class TlsTwice extends Check<DestinationRule> {

  TlsTwice() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.error("SE-TLS-TWICE", "TLS is wrapped into TLS")
            .meaning(
                "A DestinationRule makes proxies speak TLS (SIMPLE, MUTUAL) to a host whose only"
                    + " ports, in its ServiceEntry, are HTTPS or TLS, or to such a port of it: there the"
                    + " application speaks TLS already. A warning, if the TLS is meant for other"
                    + " ports of the host as well. Where a VirtualService routes requests to the"
                    + " port, the proxy has plain requests to encrypt, and all is well.")
            .why("The server gets TLS within TLS and refuses it: every call fails.")
            .fix(
                "Declare an HTTP port with a targetPort of 443 for what the proxy shall encrypt, or"
                    + " remove the tls block"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    TrafficPolicy policy = rule.trafficPolicy().orElse(null);
    if (policy == null) {
      return;
    }
    for (MeshService service : mesh.services().withHost(DestinationRules.host(rule))) {
      if (!service.isKubernetes() && wraps(policy, service, mesh, report)) {
        return;
      }
    }
  }

  private static boolean wraps(
      TrafficPolicy policy, MeshService service, MeshView mesh, Report report) {
    List<MeshPort> ports =
        service.ports().stream()
            .filter(port -> port.protocol().isTls())
            .filter(port -> !EntryPorts.isRoutedTo(service.host(), port.number(), mesh))
            .toList();
    boolean found = false;
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      PortTrafficPolicy own = policy.portLevelSettings().get(i);
      boolean wraps =
          own.tls().filter(EntryPorts::isToOutside).isPresent()
              && ports.stream().anyMatch(port -> EntryPorts.isFor(own, port.number()));
      if (wraps) {
        report
            .add("spec.trafficPolicy.portLevelSettings[" + i + "].tls", message(service))
            .at(own)
            .related(service.manifest(), "spec.ports", "declares the port as TLS");
        found = true;
      }
    }
    List<MeshPort> wrapped =
        policy.tls().filter(EntryPorts::isToOutside).isEmpty()
            ? List.of()
            : ports.stream().filter(port -> isForRest(policy, port)).toList();
    if (wrapped.isEmpty()) {
      return found;
    }
    if (wrapped.size() == service.ports().size()) {
      report
          .add("spec.trafficPolicy.tls", message(service))
          .related(service.manifest(), "spec.ports", "declares TLS ports only")
          .repair(
              "Leave TLS to the application",
              change -> change.remove("spec.trafficPolicy.tls").removeIfEmpty("spec.trafficPolicy"))
          .changing("the proxy encrypts nothing by itself");
    } else {
      report
          .add(
              "spec.trafficPolicy.tls",
              "Clients of port "
                  + wrapped.get(0).number()
                  + " of "
                  + service.host()
                  + " speak TLS already, and the proxy wraps it once more.")
          .severity(Severity.WARNING)
          .related(service.manifest(), "spec.ports", "declares the port as TLS")
          .hint("Move tls to portLevelSettings, for the ports that are not TLS");
    }
    return true;
  }

  private static boolean isForRest(TrafficPolicy policy, MeshPort port) {
    return policy.portLevelSettings().stream()
        .noneMatch(own -> EntryPorts.isFor(own, port.number()));
  }

  private static String message(MeshService service) {
    return "Clients of " + service.host() + " speak TLS already, and the proxy wraps it once more.";
  }
}
