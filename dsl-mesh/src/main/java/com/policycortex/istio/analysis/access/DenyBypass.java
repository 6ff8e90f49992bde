package com.policycortex.istio.analysis.access;

import com.policycortex.istio.analysis.access.AccessRules.PlacedRule;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.mesh.NormalizationType;
import com.policycortex.istio.model.mesh.ProxyPathNormalization;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import java.util.List;
import java.util.Optional;

/** What is denied gets in when it is written a little differently. */
final class DenyBypass extends Check<AuthorizationPolicy> {

  DenyBypass() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-DENY-BYPASS", "A small change of the path or host avoids a DENY")
            .meaning(
                "A rule of DENY names a path, or a host, and a request that most applications take"
                    + " for the same is not refused by any rule of DENY that applies: the path with"
                    + " a slash at its end, or with two slashes unless MeshConfig merges them, or"
                    + " the host with a port.")
            .why("Whoever writes it so gets past the rule.")
            .fix(
                "Deny the other forms too, such as /admin, /admin/ and /admin/*; or say what is"
                    + " allowed instead, and leave the rest refused")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (AccessRules.action(policy) != AuthorizationAction.DENY || !AccessRules.decides(policy)) {
      return;
    }
    boolean merged = mergesSlashes(mesh);
    List<RequestSet> all = null;
    for (int i = 0; i < policy.rules().size(); i++) {
      PlacedRule rule = new PlacedRule(policy, i);
      if (namesPlaces(rule.rule())) {
        all = all == null ? all(policy, mesh) : all;
        rule(rule, all, merged, report);
      }
    }
  }

  private static List<RequestSet> all(AuthorizationPolicy policy, MeshView mesh) {
    return AccessRules.wherever(policy, AuthorizationAction.DENY, mesh).stream()
        .map(PlacedRule::requests)
        .toList();
  }

  private static boolean mergesSlashes(MeshView mesh) {
    Optional<NormalizationType> type =
        mesh.settings().config().pathNormalization().flatMap(ProxyPathNormalization::normalization);
    return type.equals(Optional.of(NormalizationType.MERGE_SLASHES))
        || type.equals(Optional.of(NormalizationType.DECODE_AND_MERGE_SLASHES));
  }

  private static boolean namesPlaces(AuthorizationRule rule) {
    return rule.to().stream()
        .flatMap(to -> to.operation().stream())
        .anyMatch(operation -> !operation.paths().isEmpty() || !operation.hosts().isEmpty());
  }

  private static void rule(PlacedRule rule, List<RequestSet> all, boolean merged, Report report) {
    for (int i = 0; i < rule.rule().to().size(); i++) {
      Optional<AuthorizationOperation> operation = rule.rule().to().get(i).operation();
      if (operation.isPresent()) {
        String place = rule.path() + ".to[" + i + "].operation";
        AuthorizationRule alone = rule.rule().to(List.of(rule.rule().to().get(i)));
        paths(rule, alone, operation.get(), place, all, merged, report);
        hosts(rule, alone, operation.get(), place, all, report);
      }
    }
  }

  private static void paths(
      PlacedRule rule,
      AuthorizationRule alone,
      AuthorizationOperation operation,
      String place,
      List<RequestSet> all,
      boolean merged,
      Report report) {
    for (int i = 0; i < operation.paths().size(); i++) {
      String path = operation.paths().get(i);
      boolean exact = path.startsWith("/") && path.indexOf('*') < 0 && path.length() > 1;
      Optional<Request> denied =
          exact ? denied(rule, alone, Attribute.PATH, path) : Optional.empty();
      if (denied.isPresent()) {
        String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        String doubled = "/" + path;
        String found =
            passes(denied.get().with(Attribute.PATH, other), all)
                ? other
                : !merged && passes(denied.get().with(Attribute.PATH, doubled), all) ? doubled : "";
        if (!found.isEmpty()) {
          Draft draft =
              finding(
                  place + ".paths[" + i + "]", path, found, denied.get(), Attribute.PATH, report);
          if (found.startsWith("//")) {
            draft
                .severity(Severity.INFO)
                .hint("Set pathNormalization of MeshConfig to MERGE_SLASHES");
          }
        }
      }
    }
  }

  private static void hosts(
      PlacedRule rule,
      AuthorizationRule alone,
      AuthorizationOperation operation,
      String place,
      List<RequestSet> all,
      Report report) {
    for (int i = 0; i < operation.hosts().size(); i++) {
      String host = operation.hosts().get(i);
      boolean exact = host.indexOf('*') < 0 && host.indexOf(':') < 0;
      Optional<Request> denied =
          exact ? denied(rule, alone, Attribute.AUTHORITY, host) : Optional.empty();
      String port = host + ":8080";
      if (denied.isPresent() && passes(denied.get().with(Attribute.AUTHORITY, port), all)) {
        finding(place + ".hosts[" + i + "]", host, port, denied.get(), Attribute.AUTHORITY, report);
      }
    }
  }

  // A request that the rule denies by this path or host.
  private static Optional<Request> denied(
      PlacedRule rule, AuthorizationRule alone, Attribute attribute, String text) {
    RequestSet set =
        AccessRules.requests(rule.policy(), alone)
            .and(RequestSet.where(attribute, Language.exact(text)));
    return set.example(AccessRules.PLAIN).request();
  }

  private static boolean passes(Request request, List<RequestSet> all) {
    return all.stream().allMatch(set -> set.matches(request) == Verdict.NO);
  }

  private static Draft finding(
      String path, String denied, String other, Request request, Attribute what, Report report) {
    return report
        .add(path, other + " gets past this rule, which refuses " + denied)
        .witness(request.with(what, other).toWitness("is not denied"));
  }
}
