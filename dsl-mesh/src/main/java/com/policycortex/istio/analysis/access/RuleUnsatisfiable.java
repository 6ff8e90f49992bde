package com.policycortex.istio.analysis.access;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.matching.AuthorizationMatches;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationTo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule of access, or one of its paths, holds for no request. */
final class RuleUnsatisfiable extends Check<AuthorizationPolicy> {

  private static final String META = "^$+()[]|\\";

  RuleUnsatisfiable() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-RULE-UNSATISFIABLE", "A rule of access holds for no request")
            .meaning(
                "The conditions of a rule exclude each other, or a path is one that no request"
                    + " has: with a query, written otherwise than Envoy normalises paths, not"
                    + " beginning with a slash, or an expression, of which an AuthorizationPolicy"
                    + " knows none. A star within a path stands for itself.")
            .why(
                "The rule never applies: what a DENY was to refuse gets in, and what an ALLOW was"
                    + " to let in is refused.")
            .fix("Write what a request can have: exact, with a star at one end, {*} or {**}"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      String path = "spec.rules[" + i + "]";
      boolean pathFound = false;
      for (int j = 0; j < rule.to().size(); j++) {
        Optional<AuthorizationOperation> operation = rule.to().get(j).operation();
        if (operation.isPresent()) {
          String to = path + ".to[" + j + "].operation";
          pathFound |= paths(operation.get(), to, report);
        }
      }
      if (!pathFound && mayBeEmpty(rule)) {
        RequestSet requests = AccessRules.requests(policy, rule);
        if (requests.example(AccessRules.PLAIN).verdict() == Verdict.NO) {
          boolean others = policy.rules().size() > 1;
          report
              .add(path, "No request meets all conditions of this rule at once")
              .repair("Leave out what never holds", change -> change.onlyIf(others).remove(path));
        }
      }
    }
  }

  // Conditions can only exclude each other where one attribute is asked for twice.
  private static boolean mayBeEmpty(AuthorizationRule rule) {
    return !rule.when().isEmpty()
        || rule.from().stream()
            .anyMatch(
                from ->
                    from.source()
                            .map(
                                source ->
                                    asked(source.principals(), source.notPrincipals())
                                        + asked(source.namespaces(), source.notNamespaces())
                                        + asked(
                                            source.serviceAccounts(), source.notServiceAccounts())
                                        + asked(source.trustDomains(), source.notTrustDomains())
                                        + asked(source.ipBlocks(), source.notIpBlocks())
                                        + asked(
                                            source.remoteIpBlocks(), source.notRemoteIpBlocks()))
                            .orElse(0)
                        > 1)
        || rule.to().stream()
            .anyMatch(
                to ->
                    to.operation()
                        .map(
                            operation ->
                                !operation.notPaths().isEmpty()
                                    || !operation.notMethods().isEmpty()
                                    || !operation.notHosts().isEmpty()
                                    || !operation.notPorts().isEmpty())
                        .orElse(false));
  }

  private static int asked(List<String> values, List<String> not) {
    return (values.isEmpty() ? 0 : 1) + (not.isEmpty() ? 0 : 1);
  }

  private static boolean paths(AuthorizationOperation operation, String path, Report report) {
    boolean found = false;
    List<String> all = new ArrayList<>(operation.paths());
    all.addAll(operation.notPaths());
    for (int i = 0; i < all.size(); i++) {
      String value = all.get(i);
      int positive = operation.paths().size();
      String place =
          i < positive ? path + ".paths[" + i + "]" : path + ".notPaths[" + (i - positive) + "]";
      if (isImpossible(value)) {
        found = true;
        Draft draft = report.add(place, "No request has the path " + value + hint(value));
        possible(value).ifPresent(draft::write);
      } else if (starWithin(value)) {
        report.add(
            place,
            "The star within "
                + value
                + " stands for itself: no request is like that but one with a star in its path");
      }
    }
    return found;
  }

  private static boolean isImpossible(String value) {
    AuthorizationOperation one = AuthorizationOperation.authorizationOperation().paths(value);
    AuthorizationRule rule =
        AuthorizationRule.authorizationRule()
            .to(List.of(AuthorizationTo.authorizationTo().operation(one)));
    return AuthorizationMatches.in("").of(rule).example(AccessRules.PLAIN).verdict() == Verdict.NO;
  }

  // A path without its slash, or with a query behind it.
  private static Optional<String> possible(String value) {
    int query = value.indexOf('?');
    String path = query > 0 ? value.substring(0, query) : value;
    String written = path.startsWith("/") || path.startsWith("*") ? path : "/" + path;
    boolean plain =
        written.length() > 1
            && written.chars().noneMatch(c -> META.indexOf(c) >= 0 || c == '?')
            && !starWithin(written)
            && !isImpossible(written);
    return plain ? Optional.of(written) : Optional.empty();
  }

  private static boolean starWithin(String value) {
    String inner = value.replace("{*}", "").replace("{**}", "");
    return inner.length() > 2 && inner.substring(1, inner.length() - 1).indexOf('*') >= 0;
  }

  private static String hint(String value) {
    if (value.indexOf('?') >= 0) {
      return ": a path is compared without its query";
    }
    if (value.chars().anyMatch(c -> META.indexOf(c) >= 0)) {
      return ": it is not read as an expression";
    }
    return value.startsWith("/") || value.startsWith("*")
        ? ": Envoy writes it otherwise before it looks"
        : ": paths begin with a slash";
  }
}
