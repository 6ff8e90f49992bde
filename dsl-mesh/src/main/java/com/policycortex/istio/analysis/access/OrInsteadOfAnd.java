package com.policycortex.istio.analysis.access;

import com.policycortex.istio.analysis.access.AccessRules.PlacedRule;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.AuthorizationTo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parts of a rule that were meant together stand as rules of their own. */
final class OrInsteadOfAnd extends Check<AuthorizationPolicy> {

  private static final List<String> OPEN_PATHS =
      List.of("health", "ready", "live", "metrics", "status", "ping", "stats");

  OrInsteadOfAnd() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-OR-INSTEAD-OF-AND", "An ALLOW policy says or where it means and")
            .meaning(
                "In an ALLOW policy some rules say only who may call, others only what may be"
                    + " called; or the items of a rule's from, or to, are of one kind each:"
                    + " methods in one, paths in another, identities of workloads in one, of tokens"
                    + " in another. Items and rules are alternatives. Rules for health and metrics"
                    + " are taken to be meant so.")
            .why(
                "Each part alone lets requests in: anybody may call what the rule without from"
                    + " names, and whoever is named may call everything.")
            .fix("Put from, to and when that belong together into one item of rules")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (AccessRules.action(policy) != AuthorizationAction.ALLOW) {
      return;
    }
    rules(policy, report);
    for (int i = 0; i < policy.rules().size(); i++) {
      from(policy.rules().get(i), "spec.rules[" + i + "].from", report);
      to(policy.rules().get(i), "spec.rules[" + i + "].to", report);
    }
  }

  private static void rules(AuthorizationPolicy policy, Report report) {
    List<Integer> who = new ArrayList<>();
    List<Integer> what = new ArrayList<>();
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      boolean sender =
          !rule.from().isEmpty() || rule.when().stream().anyMatch(OrInsteadOfAnd::isSender);
      boolean other =
          !rule.to().isEmpty() || rule.when().stream().anyMatch(when -> !isSender(when));
      if (sender == other) {
        return; // the author knows how to say both, or neither
      }
      (sender ? who : what).add(i);
    }
    what.removeIf(index -> isOpen(policy.rules().get(index)));
    if (who.isEmpty() || what.isEmpty()) {
      return;
    }
    for (int index : what) {
      PlacedRule rule = new PlacedRule(policy, index);
      RequestSet.Answer anybody = rule.requests().example(AccessRules.PLAIN);
      var draft =
          report.add(
              rule.path(),
              "This rule lets anybody in, also those whom rules["
                  + who.get(0)
                  + "] does not name: rules are alternatives");
      anybody
          .request()
          .ifPresent(request -> draft.witness(request.toWitness("is let in, whoever sends it")));
      joined(policy, who, what).ifPresent(draft::repair);
    }
  }

  // One of each is one rule in two halves.
  private static Optional<Repair> joined(
      AuthorizationPolicy policy, List<Integer> who, List<Integer> what) {
    if (who.size() != 1 || what.size() != 1 || policy.rules().size() != 2) {
      return Optional.empty();
    }
    AuthorizationRule sender = policy.rules().get(who.get(0));
    AuthorizationRule other = policy.rules().get(what.get(0));
    List<AuthorizationCondition> when = new ArrayList<>(sender.when());
    when.addAll(other.when());
    AuthorizationRule one =
        AuthorizationRule.authorizationRule().from(sender.from()).to(other.to()).when(when);
    return Optional.of(
        Repair.replace("Join the two rules", policy.rules(List.of(one)))
            .changes("whoever meets only one of the two rules is refused"));
  }

  private static boolean isSender(AuthorizationCondition when) {
    return when.key().startsWith("source.")
        || when.key().startsWith("request.auth")
        || when.key().equals("remote.ip");
  }

  private static boolean isOpen(AuthorizationRule rule) {
    List<String> paths =
        rule.to().stream()
            .flatMap(to -> to.operation().stream())
            .flatMap(operation -> operation.paths().stream())
            .toList();
    return !paths.isEmpty()
        && rule.to().stream()
            .allMatch(to -> to.operation().map(o -> !o.paths().isEmpty()).orElse(false))
        && paths.stream().allMatch(OrInsteadOfAnd::isOpen);
  }

  private static boolean isOpen(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return OPEN_PATHS.stream().anyMatch(lower::contains);
  }

  private static void from(AuthorizationRule rule, String path, Report report) {
    boolean peer = false;
    boolean token = false;
    for (int i = 0; i < rule.from().size(); i++) {
      Optional<AuthorizationSource> source = rule.from().get(i).source();
      if (source.isEmpty()) {
        return;
      }
      boolean asksToken = !source.get().requestPrincipals().isEmpty();
      boolean asksPeer = asksPeer(source.get());
      if (asksToken == asksPeer) {
        return;
      }
      peer |= asksPeer;
      token |= asksToken;
    }
    if (peer && token) {
      report
          .add(
              path,
              "Either is enough, a workload that is named or a token: items of from are"
                  + " alternatives")
          .hint("Put both into one source");
    }
  }

  private static boolean asksPeer(AuthorizationSource source) {
    return !source.principals().isEmpty()
        || !source.namespaces().isEmpty()
        || !source.serviceAccounts().isEmpty();
  }

  private static void to(AuthorizationRule rule, String path, Report report) {
    boolean methods = false;
    boolean places = false;
    for (AuthorizationTo to : rule.to()) {
      AuthorizationOperation operation =
          to.operation().orElse(AuthorizationOperation.authorizationOperation());
      boolean method = !operation.methods().isEmpty();
      boolean place = !operation.paths().isEmpty() || !operation.hosts().isEmpty();
      if (method == place || !operation.ports().isEmpty()) {
        return;
      }
      methods |= method;
      places |= place;
    }
    if (methods && places) {
      report
          .add(
              path,
              "Either is enough, a method that is named for every path, or a path that is named by"
                  + " every method: items of to are alternatives")
          .hint("Put both into one operation");
    }
  }
}
