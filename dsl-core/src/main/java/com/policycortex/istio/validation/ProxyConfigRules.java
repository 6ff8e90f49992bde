package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ProxyConfig;
import java.util.Map;

/** ProxyConfigs. */
final class ProxyConfigRules {

  private static final int VALUE = 2048;

  static final RuleSet<ProxyConfig> RULES =
      RuleSet.of(ProxyConfig.class)
          .rule(
              NumberRules.notNegative(
                  "PC-CONCURRENCY", Gate.BOTH, "concurrency", ProxyConfig::concurrency))
          .error(
              "PC-ENVIRONMENT",
              Gate.API_SERVER,
              "Write at most 2048 characters",
              (config, report) -> {
                for (Map.Entry<String, String> variable :
                    config.environmentVariables().entrySet()) {
                  if (Text.length(variable.getValue()) > VALUE) {
                    report.add(
                        "environmentVariables[" + variable.getKey() + "]",
                        "The value is longer than 2048 characters");
                  }
                }
              })
          .part("selector", ProxyConfig::selector, SelectorRules.MATCH_LABELS)
          .build();

  private ProxyConfigRules() {}
}
