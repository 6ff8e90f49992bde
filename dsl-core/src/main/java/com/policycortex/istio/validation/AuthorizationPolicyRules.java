package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationTo;

/** Who may do what. */
final class AuthorizationPolicyRules {

  private static final int LIST = 512;

  private static final RuleSet<AuthorizationRule> RULE =
      RuleSet.of(AuthorizationRule.class)
          .error(
              "AP-LIST-MAX",
              Gate.API_SERVER,
              "Write at most 512, and split the rest off",
              (rule, report) -> {
                if (rule.from().size() > LIST) {
                  report.add("from", rule.from().size() + " entries, more than 512");
                }
              })
          .warning(
              "AP-DENY-TCP",
              Gate.ISTIOD,
              "Write to.operation.ports: on a port of plain TCP such a rule denies everything",
              (rule, report) -> {
                if (action(report.manifestFor("spec.action", AuthorizationPolicy.class))
                        == AuthorizationAction.DENY
                    && isHttpOnly(rule)) {
                  report.add("", "The rule asks only for what HTTP has");
                }
              })
          .each("from", AuthorizationRule::from, AuthorizationSourceRules.RULES)
          .each("to", AuthorizationRule::to, AuthorizationOperationRules.RULES)
          .each("when", AuthorizationRule::when, AuthorizationConditionRules.RULES)
          .build();

  static final RuleSet<AuthorizationPolicy> RULES =
      RuleSet.of(AuthorizationPolicy.class)
          .rule(
              SelectorRules.oneOf(
                  "AP-ONEOF",
                  AuthorizationPolicy::selector,
                  AuthorizationPolicy::targetRef,
                  AuthorizationPolicy::targetRefs))
          .rule(SelectorRules.maximum("AP-TARGETREFS-MAX", AuthorizationPolicy::targetRefs))
          .error(
              "AP-RULES-MAX",
              Gate.API_SERVER,
              "Write at most 512 rules, and split the rest off",
              (policy, report) -> {
                if (policy.rules().size() > LIST) {
                  report.add("rules", policy.rules().size() + " rules, more than 512");
                }
              })
          .error(
              "AP-CUSTOM-NO-RULES",
              Gate.ISTIOD,
              "Write rules; rules: [{}] asks the provider about every request",
              (policy, report) -> {
                if (action(policy) == AuthorizationAction.CUSTOM && policy.rules().isEmpty()) {
                  report.add("rules", "A CUSTOM policy without rules asks about nothing");
                }
              })
          .error(
              "AP-CUSTOM-PROVIDER",
              Gate.ISTIOD,
              "Write provider.name, one of the mesh configuration's extensionProviders",
              (policy, report) -> {
                if (action(policy) == AuthorizationAction.CUSTOM
                    && !policy.rules().isEmpty()
                    && !Text.isSet(policy.provider().flatMap(p -> p.name()))) {
                  report.add("provider", "A CUSTOM policy names no provider");
                }
              })
          .error(
              "AP-PROVIDER-ACTION",
              Gate.ISTIOD,
              "Write the action CUSTOM, or remove provider",
              (policy, report) -> {
                if (action(policy) != AuthorizationAction.CUSTOM && policy.provider().isPresent()) {
                  report.add("provider", action(policy) + " asks no provider");
                }
              })
          .error(
              "AP-DENY-NO-RULES",
              Gate.ISTIOD,
              "Write rules; rules: [{}] denies every request",
              (policy, report) -> {
                if (action(policy) == AuthorizationAction.DENY && policy.rules().isEmpty()) {
                  report.add("rules", "A DENY policy without rules denies nothing");
                }
              })
          .each("rules", AuthorizationPolicy::rules, RULE)
          .part("selector", AuthorizationPolicy::selector, SelectorRules.MATCH_LABELS)
          .part("targetRef", AuthorizationPolicy::targetRef, SelectorRules.TARGET)
          .each("targetRefs", AuthorizationPolicy::targetRefs, SelectorRules.TARGET)
          .build();

  private AuthorizationPolicyRules() {}

  static AuthorizationAction action(AuthorizationPolicy policy) {
    return policy.action().orElse(AuthorizationAction.ALLOW);
  }

  private static boolean isHttpOnly(AuthorizationRule rule) {
    boolean ports = false;
    for (AuthorizationTo to : rule.to()) {
      ports |=
          to.operation().isPresent()
              && !(to.operation().get().ports().isEmpty()
                  && to.operation().get().notPorts().isEmpty());
    }
    boolean sources = false;
    for (AuthorizationFrom from : rule.from()) {
      sources |= from.source().isPresent() && AuthorizationSourceRules.isOfTcp(from.source().get());
    }
    return rule.to().isEmpty() ? !rule.from().isEmpty() && !sources : !ports;
  }
}
