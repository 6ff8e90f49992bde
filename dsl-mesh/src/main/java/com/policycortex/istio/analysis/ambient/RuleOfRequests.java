package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.AuthorizationTo;
import java.util.Set;

/** Tells rules of access that ztunnel cannot ask, as it sees connections and no requests. */
final class RuleOfRequests {

  private static final Set<String> CONNECTION =
      Set.of(
          "source.ip",
          "source.namespace",
          "source.principal",
          "destination.ip",
          "destination.port");

  private RuleOfRequests() {}

  /** True if a rule asks for something of requests. */
  static boolean is(AuthorizationRule rule) {
    for (AuthorizationTo to : rule.to()) {
      if (to.operation().isPresent() && ofRequests(to.operation().get())) {
        return true;
      }
    }
    for (AuthorizationFrom from : rule.from()) {
      if (from.source().isPresent() && ofRequests(from.source().get())) {
        return true;
      }
    }
    for (AuthorizationCondition condition : rule.when()) {
      if (!CONNECTION.contains(condition.key())) {
        return true;
      }
    }
    return false;
  }

  private static boolean ofRequests(AuthorizationOperation operation) {
    return !operation.hosts().isEmpty()
        || !operation.notHosts().isEmpty()
        || !operation.methods().isEmpty()
        || !operation.notMethods().isEmpty()
        || !operation.paths().isEmpty()
        || !operation.notPaths().isEmpty();
  }

  private static boolean ofRequests(AuthorizationSource source) {
    return !source.requestPrincipals().isEmpty()
        || !source.notRequestPrincipals().isEmpty()
        || !source.remoteIpBlocks().isEmpty()
        || !source.notRemoteIpBlocks().isEmpty();
  }
}
