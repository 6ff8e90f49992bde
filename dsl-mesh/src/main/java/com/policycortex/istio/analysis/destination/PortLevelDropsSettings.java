package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.ArrayList;
import java.util.List;

/** Settings of one port do without what the rule sets for all ports. */
final class PortLevelDropsSettings extends Check<DestinationRule> {

  PortLevelDropsSettings() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning(
                "DR-PORT-LEVEL-DROPS-SETTINGS", "A port does without what all others have")
            .meaning(
                "The rule sets loadBalancer, connectionPool, outlierDetection or tls for all ports,"
                    + " and portLevelSettings has an entry for a port that does not repeat it. Such"
                    + " an entry inherits nothing: what it omits falls back to Istio's defaults.")
            .why(
                "The port that was meant to be tuned loses its circuit breaker, its limits or its"
                    + " TLS settings.")
            .fix("Repeat in the port's entry what shall hold for it too"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    rule.trafficPolicy().ifPresent(policy -> check(rule, policy, report));
  }

  private static void check(DestinationRule rule, TrafficPolicy policy, Report report) {
    List<String> inherited = TrafficPolicyBlocks.of(policy);
    inherited.retainAll(List.of("loadBalancer", "connectionPool", "outlierDetection", "tls"));
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      PortTrafficPolicy port = policy.portLevelSettings().get(i);
      List<String> lost = new ArrayList<>(inherited);
      lost.removeAll(TrafficPolicyBlocks.of(port));
      if (!lost.isEmpty()) {
        report
            .add(
                "spec.trafficPolicy.portLevelSettings[" + i + "]",
                "Port "
                    + port.port().flatMap(PortSelector::number).map(String::valueOf).orElse("?")
                    + " loses "
                    + String.join(", ", lost)
                    + " of the rule: an entry for a port inherits nothing.")
            .at(port)
            .repair(
                Repair.replace(
                        "Repeat " + String.join(", ", lost) + " for the port",
                        rule.trafficPolicy(withPort(policy, i, completed(port, policy))))
                    .changes("they hold for the port as well"));
      }
    }
  }

  private static PortTrafficPolicy completed(PortTrafficPolicy port, TrafficPolicy policy) {
    PortTrafficPolicy whole = port;
    if (port.loadBalancer().isEmpty() && policy.loadBalancer().isPresent()) {
      whole = whole.loadBalancer(policy.loadBalancer().get());
    }
    if (port.connectionPool().isEmpty() && policy.connectionPool().isPresent()) {
      whole = whole.connectionPool(policy.connectionPool().get());
    }
    if (port.outlierDetection().isEmpty() && policy.outlierDetection().isPresent()) {
      whole = whole.outlierDetection(policy.outlierDetection().get());
    }
    if (port.tls().isEmpty() && policy.tls().isPresent()) {
      whole = whole.tls(policy.tls().get());
    }
    return whole;
  }

  private static TrafficPolicy withPort(TrafficPolicy policy, int index, PortTrafficPolicy port) {
    List<PortTrafficPolicy> ports = new ArrayList<>(policy.portLevelSettings());
    ports.set(index, port);
    return policy.portLevelSettings(ports);
  }
}
