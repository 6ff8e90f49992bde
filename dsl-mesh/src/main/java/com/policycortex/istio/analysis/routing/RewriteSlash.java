package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Change;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRewrite;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;

/** Replacing a prefix glues two parts of a path together, or doubles a slash. */
final class RewriteSlash extends Check<VirtualService> {

  RewriteSlash() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-REWRITE-SLASH", "A rewrite makes a path that nobody means")
            .meaning(
                "A rule matches a prefix and replaces it (rewrite.uri), and only one of the two"
                    + " ends with a slash. Envoy replaces the prefix as text.")
            .why(
                "/api to / makes //orders of /api/orders, which many servers answer with 404 or a"
                    + " redirect, and which rules about paths do not match; /api/ to /v1 makes"
                    + " /v1orders.")
            .fix(
                "End both with a slash or none; to strip a prefix altogether, match /api/ and"
                    + " rewrite it to /, with a second match for exactly /api"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      Optional<String> replacement = rule.rewrite().flatMap(HttpRewrite::uri);
      if (replacement.isEmpty() || replacement.get().isEmpty()) {
        continue;
      }
      String to = replacement.get();
      for (int j = 0; j < rule.match().size(); j++) {
        if (rule.match().get(j).uri().orElse(null) instanceof StringMatch.Prefix prefix
            && prefix.value().endsWith("/") != to.endsWith("/")
            && !isCoveredByOthers(prefix.value(), rule)) {
          String request = prefix.value() + (prefix.value().endsWith("/") ? "a" : "/a");
          String made = to + request.substring(prefix.value().length());
          String path = "spec.http[" + i + "]";
          int number = i;
          int index = j;
          report
              .add(
                  "spec.http[" + i + "].rewrite.uri",
                  "The prefix "
                      + prefix.value()
                      + " is replaced by "
                      + to
                      + ": "
                      + request
                      + " becomes "
                      + made
                      + ".")
              .at(rule)
              .repair(
                  to.equals("/") ? "Match the prefix with its slash" : "End both alike",
                  change -> alike(change, path, index, rule, to))
              .changing("the service is asked for other paths than now")
              .witness(() -> witness(service, number, index, mesh));
          break;
        }
      }
    }
  }

  // The match may ask for more than the path, so that the request is what its set has.
  private static Optional<Witness> witness(
      VirtualService service, int rule, int match, MeshView mesh) {
    HttpRoute route = service.http().get(rule);
    String prefix = ((StringMatch.Prefix) route.match().get(match).uri().orElseThrow()).value();
    String below = prefix + (prefix.endsWith("/") ? "a" : "/a");
    String to = route.rewrite().flatMap(HttpRewrite::uri).orElse("");
    return RuleRequests.taken(
        service, rule, match, below, "arrives as " + to + below.substring(prefix.length()), mesh);
  }

  private static Change alike(Change change, String path, int index, HttpRoute rule, String to) {
    if (!to.equals("/")) {
      boolean slash = to.endsWith("/");
      // Another match of the rule may want it as it is.
      boolean all =
          rule.match().stream()
              .allMatch(
                  match ->
                      !(match.uri().orElse(null) instanceof StringMatch.Prefix prefix)
                          || prefix.value().endsWith("/") != slash);
      return change
          .onlyIf(all)
          .set(path + ".rewrite.uri", slash ? to.substring(0, to.length() - 1) : to + "/");
    }
    String match = path + ".match[" + index + "]";
    JsonObject whole = (JsonObject) change.at(match).orElse(JsonValue.object());
    String prefix = ((StringMatch.Prefix) rule.match().get(index).uri().orElseThrow()).value();
    JsonObject exact = whole.with("uri", JsonValue.object().with("exact", prefix));
    if (whole.get("name").isPresent()) {
      exact = exact.with("name", "exact-" + rule.match().get(index).name().orElse(""));
    }
    return change
        .set(match + ".uri.prefix", prefix + "/")
        .insert(path + ".match[" + (index + 1) + "]", exact);
  }

  // The usual pair: /api/ and /api, both to /. The longer one takes what has more behind it.
  private static boolean isCoveredByOthers(String prefix, HttpRoute rule) {
    return !prefix.endsWith("/")
        && rule.match().stream()
            .map(HttpMatchRequest::uri)
            .flatMap(Optional::stream)
            .anyMatch(
                match ->
                    match instanceof StringMatch.Prefix other
                        && other.value().equals(prefix + "/"));
  }
}
