package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import java.util.Optional;

/** Conditions on attributes of a request. */
final class AuthorizationConditionRules {

  private static final List<String> PLAIN =
      List.of(
          "source.ip",
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
          "destination.port");

  private static final List<String> MAPS = List.of("request.headers", "request.auth.claims");

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
                String key = condition.key();
                if (key.isEmpty()) {
                  report.add("key", "The key is missing");
                } else if (!isAttribute(key)) {
                  report.add(
                      "key",
                      Text.quote(key) + " is not an attribute",
                      meant(key).map(it -> "Write " + it).orElse(""));
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
    return PLAIN.contains(key);
  }

  // What is in brackets is somebody's own.
  private static Optional<String> meant(String key) {
    int open = key.indexOf('[');
    String name = open < 0 ? key : key.substring(0, open);
    String element = open < 0 ? "" : key.substring(open);
    return Suggestions.nearest(name, element.isEmpty() ? PLAIN : MAPS)
        .filter(near -> element.isEmpty() || isAttribute(near + element))
        .map(near -> near + element);
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
