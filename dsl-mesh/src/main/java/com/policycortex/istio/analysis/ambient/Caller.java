package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;

/**
 * Who opens a connection, as ztunnel knows it by the certificate.
 *
 * @param trustDomain the first part of the identity
 * @param namespace the namespace of its pod
 * @param account the service account of its pod
 */
record Caller(String trustDomain, String namespace, String account) {

  private static final String NAMESPACE = "/ns/";

  /** {@code cluster.local/ns/shop/sa/waypoint}. */
  String principal() {
    return trustDomain + NAMESPACE + namespace + "/sa/" + account;
  }

  /**
   * True if a rule of a policy may hold for it: addresses and ports are left out of account, and
   * what the rule asks of requests is not looked at.
   *
   * @param home the namespace of the policy, which service accounts without one are of
   */
  boolean mayBeMeant(AuthorizationRule rule, String home) {
    for (AuthorizationCondition condition : rule.when()) {
      if (!mayHold(condition)) {
        return false;
      }
    }
    if (rule.from().isEmpty()) {
      return true;
    }
    for (AuthorizationFrom from : rule.from()) {
      if (from.source().isEmpty() || mayBeMeant(from.source().get(), home)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayHold(AuthorizationCondition condition) {
    return switch (condition.key()) {
      case "source.principal" -> hasPrincipal(condition.values(), condition.notValues());
      case "source.namespace" -> isIn(condition.values(), condition.notValues());
      default -> true;
    };
  }

  private boolean mayBeMeant(AuthorizationSource source, String home) {
    return hasPrincipal(source.principals(), source.notPrincipals())
        && isIn(source.namespaces(), source.notNamespaces())
        && (source.serviceAccounts().isEmpty() || runsAs(source.serviceAccounts(), home))
        && !runsAs(source.notServiceAccounts(), home);
  }

  private boolean hasPrincipal(List<String> patterns, List<String> notPatterns) {
    boolean has = patterns.isEmpty();
    for (String pattern : patterns) {
      // Of another trust domain: who is there may go by several names.
      int start = Math.max(0, pattern.indexOf(NAMESPACE));
      has |=
          Policies.matches(pattern, principal())
              || Policies.matches(trustDomain + pattern.substring(start), principal());
    }
    return has && !anyHolds(notPatterns, principal());
  }

  private boolean isIn(List<String> patterns, List<String> notPatterns) {
    return (patterns.isEmpty() || anyHolds(patterns, namespace))
        && !anyHolds(notPatterns, namespace);
  }

  private boolean runsAs(List<String> accounts, String home) {
    return accounts.contains(namespace + "/" + account)
        || (namespace.equals(home) && accounts.contains(account));
  }

  private static boolean anyHolds(List<String> patterns, String text) {
    for (String pattern : patterns) {
      if (Policies.matches(pattern, text)) {
        return true;
      }
    }
    return false;
  }
}
