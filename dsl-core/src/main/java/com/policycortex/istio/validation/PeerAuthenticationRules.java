package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.security.PeerAuthentication;

/** Mutual TLS by port. */
final class PeerAuthenticationRules {

  static final RuleSet<PeerAuthentication> RULES =
      RuleSet.of(PeerAuthentication.class)
          .error(
              "PA-PORT-NO-SELECTOR",
              Gate.BOTH,
              "Write selector.matchLabels: ports are those of workloads",
              (policy, report) -> {
                if (!policy.portLevelMtls().isEmpty()
                    && (policy.selector().isEmpty()
                        || policy.selector().get().matchLabels().isEmpty())) {
                  report.add("portLevelMtls", "There are modes of ports, but no selector");
                }
              })
          .error(
              "PA-PORT-RANGE",
              Gate.BOTH,
              "Write a port from 1 to 65535",
              (policy, report) -> {
                for (String port : policy.portLevelMtls().keySet()) {
                  boolean good =
                      Text.isDigits(port)
                          && port.length() <= 5
                          && port.charAt(0) != '0'
                          && NumberRules.isPort(Long.parseLong(port));
                  if (!good) {
                    report.add(
                        "portLevelMtls[" + port + "]",
                        Text.quote(port) + " is not a port from 1 to 65535");
                  }
                }
              })
          .part("selector", PeerAuthentication::selector, SelectorRules.MATCH_LABELS)
          .build();

  private PeerAuthenticationRules() {}
}
