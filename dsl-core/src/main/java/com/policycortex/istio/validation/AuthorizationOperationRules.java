package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationTo;
import java.util.List;

/** What a request asks for. */
final class AuthorizationOperationRules {

  private static final RuleSet<AuthorizationOperation> OPERATION =
      RuleSet.of(AuthorizationOperation.class)
          .error(
              "AP-OPERATION-EMPTY",
              Gate.ISTIOD,
              "Write one of its lists",
              (operation, report) -> {
                if (isEmpty(operation)) {
                  report.add("", "The operation says nothing");
                }
              })
          .error(
              "AP-OP-PORT",
              Gate.ISTIOD,
              "Write one port, 0 to 65535, in quotes; there are no ranges and wildcards",
              (operation, report) -> {
                ports("ports", operation.ports(), report);
                ports("notPorts", operation.notPorts(), report);
              })
          .error(
              "AP-OP-BLANK",
              Gate.ISTIOD,
              "Write a text, or '*' for any",
              (operation, report) -> {
                AuthorizationSourceRules.blank("hosts", operation.hosts(), report);
                AuthorizationSourceRules.blank("notHosts", operation.notHosts(), report);
                AuthorizationSourceRules.blank("methods", operation.methods(), report);
                AuthorizationSourceRules.blank("notMethods", operation.notMethods(), report);
                AuthorizationSourceRules.blank("paths", operation.paths(), report);
                AuthorizationSourceRules.blank("notPaths", operation.notPaths(), report);
              })
          .error(
              "AP-OP-PATH",
              Gate.ISTIOD,
              "Write {*} for one part and {**} for all that follow, each as a whole part, and no"
                  + " other braces or wildcards beside them",
              (operation, report) -> {
                paths("paths", operation.paths(), report);
                paths("notPaths", operation.notPaths(), report);
              })
          .build();

  static final RuleSet<AuthorizationTo> RULES =
      RuleSet.of(AuthorizationTo.class)
          .error(
              "AP-OPERATION-REQUIRED",
              Gate.ISTIOD,
              "Write operation",
              (to, report) -> {
                if (to.operation().isEmpty()) {
                  report.add("operation", "The operation is missing");
                }
              })
          .part("operation", AuthorizationTo::operation, OPERATION)
          .build();

  private AuthorizationOperationRules() {}

  static void ports(String field, List<String> ports, Report report) {
    for (int i = 0; i < ports.size(); i++) {
      if (!isPort(ports.get(i))) {
        report.add(
            field + "[" + i + "]", Text.quote(ports.get(i)) + " is not a port from 0 to 65535");
      }
    }
  }

  private static boolean isEmpty(AuthorizationOperation operation) {
    return operation.hosts().isEmpty()
        && operation.notHosts().isEmpty()
        && operation.ports().isEmpty()
        && operation.notPorts().isEmpty()
        && operation.methods().isEmpty()
        && operation.notMethods().isEmpty()
        && operation.paths().isEmpty()
        && operation.notPaths().isEmpty();
  }

  // Leading zeros are fine, signs are not.
  private static boolean isPort(String text) {
    if (!Text.isDigits(text)) {
      return false;
    }
    int value = 0;
    for (int i = 0; i < text.length() && value <= 65535; i++) {
      value = 10 * value + text.charAt(i) - '0';
    }
    return value <= 65535;
  }

  private static void paths(String field, List<String> paths, Report report) {
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      if (path.indexOf('{') < 0 && path.indexOf('}') < 0) {
        continue;
      }
      String problem = PathTemplates.problem(path);
      if (problem != null) {
        report.add(field + "[" + i + "]", Text.quote(path) + " " + problem);
      }
    }
  }
}
