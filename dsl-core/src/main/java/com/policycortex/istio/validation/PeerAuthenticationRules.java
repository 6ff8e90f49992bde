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
              "PA-PORT-EMPTY",
              Gate.BOTH,
              "Write the mode of a port, or leave portLevelMtls out",
              (policy, report) -> {
                if (policy.isExplicitlyEmpty("portLevelMtls")) {
                  report.add("portLevelMtls", "There is no port in it");
                }
              })
          .error(
              "PA-PORT-RANGE",
              Gate.BOTH,
              "Write a port from 1 to 65535",
              (policy, report) -> {
                for (String port : policy.portLevelMtls().keySet()) {
                  boolean schema = isPort(port.startsWith("+") ? port.substring(1) : port);
                  boolean istiod = isPort(port.strip()) && !port.strip().startsWith("0");
                  if (!schema || !istiod) {
                    report.add(
                        istiod ? Gate.API_SERVER : schema ? Gate.ISTIOD : Gate.BOTH,
                        "portLevelMtls[" + port + "]",
                        Text.quote(port) + " is not a port from 1 to 65535");
                  }
                }
              })
          .part("selector", PeerAuthentication::selector, SelectorRules.MATCH_LABELS)
          .build();

  private PeerAuthenticationRules() {}

  // The schema takes a sign and leading zeros, istiod's JSON blanks around the number.
  private static boolean isPort(String text) {
    int from = 0;
    while (from < text.length() - 1 && text.charAt(from) == '0') {
      from++;
    }
    return Text.isDigits(text)
        && text.length() - from <= 5
        && NumberRules.isPort(Long.parseLong(text.substring(from)));
  }
}
