package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.RetryBudget;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.TunnelSettings;
import java.util.Optional;

/** Traffic policies: of a host, of a subset, of a port. */
final class TrafficPolicyRules {

  private static final int PORTS = 4096;

  private static final RuleSet<RetryBudget> RETRY_BUDGET =
      RuleSet.of(RetryBudget.class)
          .rule(
              NumberRules.fraction(
                  "DR-RETRYBUDGET-PERCENT", Gate.API_SERVER, "percent", RetryBudget::percent))
          .rule(
              NumberRules.uint32(
                  "DR-UINT32", "minRetryConcurrency", RetryBudget::minRetryConcurrency))
          .rule(
              DurationRules.readable(
                  "DR-DURATION-RANGE", "budgetInterval", RetryBudget::budgetInterval))
          .build();

  private static final RuleSet<TunnelSettings> TUNNEL =
      RuleSet.of(TunnelSettings.class)
          .error(
              "DR-TUNNEL-PROTOCOL",
              Gate.ISTIOD,
              "Write CONNECT or POST",
              (tunnel, report) -> {
                String protocol = tunnel.protocol().orElse("");
                if (!protocol.isEmpty()
                    && !protocol.equals("CONNECT")
                    && !protocol.equals("POST")) {
                  report.add("protocol", Text.quote(protocol) + " is neither CONNECT nor POST");
                }
              })
          .error(
              "DR-TUNNEL-HOST",
              Gate.ISTIOD,
              "Write a DNS name or an IP",
              (tunnel, report) -> {
                String problem = DnsNames.problemWithFqdn(tunnel.targetHost());
                if (problem != null && !IpAddresses.isAddress(tunnel.targetHost())) {
                  report.add("targetHost", problem);
                }
              })
          .rule(
              NumberRules.port(
                  "DR-TUNNEL-PORT",
                  Gate.ISTIOD,
                  "targetPort",
                  tunnel -> Optional.of(tunnel.targetPort())))
          .build();

  private static final RuleSet<PortTrafficPolicy> PORT =
      RuleSet.of(PortTrafficPolicy.class)
          .error(
              "DR-PORT-REQUIRED",
              Gate.ISTIOD,
              "Write port.number",
              (policy, report) -> {
                if (policy.port().isEmpty()) {
                  report.add("port", "The policy of a port does not name the port");
                }
              })
          .rule(
              NumberRules.uint32(
                  "DR-UINT32", "port.number", policy -> policy.port().flatMap(p -> p.number())))
          .error(
              "DR-PORT-EMPTY",
              Gate.ISTIOD,
              "Write loadBalancer, connectionPool, outlierDetection or tls",
              (policy, report) -> {
                if (policy.outlierDetection().isEmpty()
                    && policy.connectionPool().isEmpty()
                    && policy.loadBalancer().isEmpty()
                    && policy.tls().isEmpty()) {
                  report.add("", "The policy of a port says nothing");
                }
              })
          .part("loadBalancer", PortTrafficPolicy::loadBalancer, LoadBalancerRules.RULES)
          .part("connectionPool", PortTrafficPolicy::connectionPool, ConnectionPoolRules.RULES)
          .part(
              "outlierDetection", PortTrafficPolicy::outlierDetection, OutlierDetectionRules.RULES)
          .part("tls", PortTrafficPolicy::tls, ClientTlsRules.RULES)
          .build();

  static final RuleSet<TrafficPolicy> RULES =
      RuleSet.of(TrafficPolicy.class)
          .error(
              "DR-TP-EMPTY",
              Gate.ISTIOD,
              "Write one of its fields, or leave the policy out",
              (policy, report) -> {
                if (isEmpty(policy)) {
                  report.add("", "The traffic policy says nothing");
                }
              })
          .error(
              "DR-TP-TUNNEL-PROXY",
              Gate.ISTIOD,
              "Keep one of tunnel and proxyProtocol",
              (policy, report) -> {
                if (policy.tunnel().isPresent() && policy.proxyProtocol().isPresent()) {
                  report.add("tunnel", "The policy has both tunnel and proxyProtocol");
                }
              })
          .error(
              "DR-PORTS-MAX",
              Gate.API_SERVER,
              "Write at most 4096 ports",
              (policy, report) -> {
                if (policy.portLevelSettings().size() > PORTS) {
                  report.add(
                      "portLevelSettings",
                      policy.portLevelSettings().size() + " ports, more than " + PORTS);
                }
              })
          .part("loadBalancer", TrafficPolicy::loadBalancer, LoadBalancerRules.RULES)
          .part("connectionPool", TrafficPolicy::connectionPool, ConnectionPoolRules.RULES)
          .part("outlierDetection", TrafficPolicy::outlierDetection, OutlierDetectionRules.RULES)
          .part("tls", TrafficPolicy::tls, ClientTlsRules.RULES)
          .eachWithoutWarnings("portLevelSettings", TrafficPolicy::portLevelSettings, PORT)
          .part("tunnel", TrafficPolicy::tunnel, TUNNEL)
          .part("retryBudget", TrafficPolicy::retryBudget, RETRY_BUDGET)
          .build();

  private TrafficPolicyRules() {}

  private static boolean isEmpty(TrafficPolicy policy) {
    return policy.outlierDetection().isEmpty()
        && policy.connectionPool().isEmpty()
        && policy.loadBalancer().isEmpty()
        && policy.tls().isEmpty()
        && policy.portLevelSettings().isEmpty()
        && policy.tunnel().isEmpty()
        && policy.proxyProtocol().isEmpty()
        && policy.retryBudget().isEmpty();
  }
}
