package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationRule;
import java.util.List;
import java.util.Optional;

/** The ports for which a rule of access is. */
final class PolicyPorts {

  static final String CONDITION = "destination.port";

  private PolicyPorts() {}

  /**
   * True if connections to this port of the workload can be meant.
   *
   * @param to the place of the operation; -1 where the rule has none
   */
  static boolean mayBeFor(AuthorizationRule rule, int to, long port) {
    String number = Long.toString(port);
    for (AuthorizationCondition condition : rule.when()) {
      if (condition.key().equals(CONDITION)
          && !holds(condition.values(), condition.notValues(), number)) {
        return false;
      }
    }
    Optional<AuthorizationOperation> operation =
        to < 0 ? Optional.empty() : rule.to().get(to).operation();
    return operation.isEmpty()
        || holds(operation.get().ports(), operation.get().notPorts(), number);
  }

  /** True if the rule names the ports of the workload that it is for. */
  static boolean areNamed(AuthorizationRule rule, int to) {
    return rule.when().stream().anyMatch(it -> it.key().equals(CONDITION) && !it.values().isEmpty())
        || (to >= 0
            && rule.to().get(to).operation().filter(it -> !it.ports().isEmpty()).isPresent());
  }

  private static boolean holds(List<String> ports, List<String> notPorts, String port) {
    return (ports.isEmpty() || ports.contains(port)) && !notPorts.contains(port);
  }
}
