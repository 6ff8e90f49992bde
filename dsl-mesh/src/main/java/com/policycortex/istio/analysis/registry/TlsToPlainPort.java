package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.OptionalLong;

/** Proxies speak TLS to the port of plain HTTP. */
final class TlsToPlainPort extends Check<DestinationRule> {

  private static final long PLAIN = 80;

  TlsToPlainPort() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("SE-TLS-TO-HTTP-PORT", "TLS is spoken to the port of plain HTTP")
            .meaning(
                "A DestinationRule makes proxies speak TLS (SIMPLE, MUTUAL) to a host outside the"
                    + " mesh, for a port that leads to the servers' port 80: its ServiceEntry has no"
                    + " targetPort there.")
            .why("A server answers TLS at its port for plain HTTP with an error: calls get 503.")
            .fix("Set targetPort: 443 at the port of the ServiceEntry"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    TrafficPolicy policy = rule.trafficPolicy().orElse(null);
    if (policy == null) {
      return;
    }
    for (MeshService service : mesh.services().withHost(DestinationRules.host(rule))) {
      if (!service.isExternal() || !(service.manifest() instanceof ServiceEntry entry)) {
        continue;
      }
      for (ServiceEntryPort port : entry.ports()) {
        OptionalLong target = EntryPorts.target(entry, port);
        boolean speaks =
            target.isPresent()
                && target.getAsLong() == PLAIN
                && EntryPorts.tls(policy, port.number())
                    .filter(EntryPorts::isToOutside)
                    .isPresent();
        if (speaks) {
          report
              .add(
                  place(policy, port.number()),
                  "Proxies speak TLS to port 80 of " + service.host() + ", the one of plain HTTP.")
              .at(policy)
              .related(entry, "spec.ports", "has no targetPort at port " + port.number())
              .hint(
                  "Set targetPort: 443 at port "
                      + port.number()
                      + " of the ServiceEntry "
                      + entry.name());
          return;
        }
      }
    }
  }

  private static String place(TrafficPolicy policy, long port) {
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      PortTrafficPolicy own = policy.portLevelSettings().get(i);
      if (EntryPorts.isFor(own, port)) {
        return "spec.trafficPolicy.portLevelSettings[" + i + "].tls";
      }
    }
    return "spec.trafficPolicy.tls";
  }
}
