package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;

/** Conditions on attributes of a request. */
final class AuthorizationConditionRules {

  static final RuleSet<AuthorizationCondition> RULES =
      RuleSet.of(AuthorizationCondition.class)
          .error(
              "AP-WHEN-VALUES",
              Gate.ISTIOD,
              "Write values or notValues",
              (condition, report) -> {
                if (condition.values().isEmpty() && condition.notValues().isEmpty()) {
                  report.add("", "The condition compares with nothing");
                }
              })
          .error(
              "AP-WHEN-KEY",
              Gate.ISTIOD,
              "Write an attribute such as request.headers[x] or source.namespace",
              (condition, report) -> {
                if (!isAttribute(condition.key())) {
                  report.add(
                      "key",
                      condition.key().isEmpty()
                          ? "The key is missing"
                          : Text.quote(condition.key()) + " is not an attribute");
                }
              })
          .error(
              "AP-WHEN-VALUE",
              Gate.ISTIOD,
              "Write values that the attribute can have",
              (condition, report) -> {
                values("values", condition.key(), condition.values(), report);
                values("notValues", condition.key(), condition.notValues(), report);
              })
          .error(
              "AP-CUSTOM-WHEN",
              Gate.ISTIOD,
              "Ask for something else, and leave identities to the provider",
              (condition, report) -> {
                AuthorizationPolicy policy =
                    report.manifestFor("spec.action", AuthorizationPolicy.class);
                if (AuthorizationPolicyRules.action(policy) == AuthorizationAction.CUSTOM
                    && isIdentity(condition.key())) {
                  report.add("key", "A CUSTOM policy cannot ask for " + condition.key());
                }
              })
          .build();

  private AuthorizationConditionRules() {}

  private static boolean isAttribute(String key) {
    if (isMap(key)) {
      int open = key.indexOf('[');
      return open > 0 && key.endsWith("]") && open < key.length() - 2;
    }
    return switch (key) {
      case "source.ip",
          "remote.ip",
          "destination.ip",
          "source.namespace",
          "source.principal",
          "request.auth.principal",
          "request.auth.audiences",
          "request.auth.presenter",
          "connection.sni",
          "source.serviceAccount",
          "source.trustDomain",
          "destination.port" ->
          true;
      default -> false;
    };
  }

  private static boolean isMap(String key) {
    return key.startsWith("request.headers")
        || key.startsWith("request.auth.claims")
        || key.startsWith("experimental.envoy.filters.");
  }

  private static boolean isIdentity(String key) {
    return switch (key) {
      case "source.namespace", "source.serviceAccount", "source.trustDomain", "source.principal" ->
          true;
      default -> key.startsWith("request.auth.");
    };
  }

  private static void values(String field, String key, List<String> values, Report report) {
    AuthorizationSourceRules.blank(field, values, report);
    switch (key) {
      case "source.ip", "remote.ip", "destination.ip" ->
          AuthorizationSourceRules.addresses(field, values, report);
      case "destination.port" -> AuthorizationOperationRules.ports(field, values, report);
      case "source.serviceAccount" ->
          AuthorizationSourceRules.serviceAccounts(field, values, Gate.ISTIOD, report);
      case "source.trustDomain" -> {
        for (int i = 0; i < values.size(); i++) {
          if (!AuthorizationSourceRules.hasGoodWildcard(values.get(i))) {
            report.add(field + "[" + i + "]", Text.quote(values.get(i)) + " is not a trust domain");
          }
        }
      }
      default -> {}
    }
  }
}
