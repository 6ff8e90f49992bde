package com.policycortex.istio.analysis.access;

import com.policycortex.istio.matching.AuthorizationMatches;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import java.util.ArrayList;
import java.util.List;

/** What rules of AuthorizationPolicies hold for, and which policies apply together. */
final class AccessRules {

  /** A request of which nothing is asked. */
  static final Request PLAIN = Request.get("/");

  // Of the policies of one scope only so many are compared: the work grows with their square.
  private static final int MOST_POLICIES = 50;

  private AccessRules() {}

  /** A rule of a policy, by its place. */
  record PlacedRule(AuthorizationPolicy policy, int index) {

    AuthorizationRule rule() {
      return policy.rules().get(index);
    }

    RequestSet requests() {
      return AccessRules.requests(policy, rule());
    }

    String path() {
      return "spec.rules[" + index + "]";
    }
  }

  static RequestSet requests(AuthorizationPolicy policy, AuthorizationRule rule) {
    return AuthorizationMatches.in(Names.namespace(policy)).of(rule);
  }

  static AuthorizationAction action(AuthorizationPolicy policy) {
    return policy.action().orElse(AuthorizationAction.ALLOW);
  }

  /** True if the policy decides: it is no dry run, and not bound to a Gateway API's gateway. */
  static boolean decides(AuthorizationPolicy policy) {
    return !Policies.isDryRun(policy) && Policies.targetRefs(policy).isEmpty();
  }

  /** The rules of an action in policies that apply wherever this one does; in istiod's order. */
  static List<PlacedRule> wherever(
      AuthorizationPolicy policy, AuthorizationAction action, MeshView mesh) {
    List<PlacedRule> rules = new ArrayList<>();
    int policies = 0;
    for (AuthorizationPolicy other : mesh.policies().wherever(policy, AuthorizationPolicy.KIND)) {
      if (action(other) == action && decides(other) && policies++ < MOST_POLICIES) {
        for (int i = 0; i < other.rules().size(); i++) {
          rules.add(new PlacedRule(other, i));
        }
      }
    }
    return rules;
  }

  /** True if the rule asks for nothing: it holds for every request. */
  static boolean isForAll(AuthorizationRule rule) {
    return rule.from().isEmpty() && rule.to().isEmpty() && rule.when().isEmpty();
  }
}
