package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpRetry;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests that change something are tried again after they may have done so. */
final class RetryNotIdempotent extends Check<VirtualService> {

  private static final Set<String> AFTER_THE_FACT =
      Set.of("5xx", "gateway-error", "reset", "retriable-4xx");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  RetryNotIdempotent() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.info("VS-RETRY-NON-IDEMPOTENT", "A POST may be carried out twice")
            .meaning(
                "Retries are on after a failure that may come after the work was done (5xx,"
                    + " gateway-error, reset, retriable-4xx, a status of 500 and above but 503), and"
                    + " the rule is not limited to methods that change nothing.")
            .why("An order or a payment whose answer was lost is made again.")
            .fix(
                "Limit such retries to GET and HEAD by a match of their own, or retry on"
                    + " connect-failure,refused-stream only")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      int index = i;
      Optional<HttpRetry> retries = rule.retries();
      if (retries.isEmpty() || retries.get().attempts().orElse(2) <= 0) {
        continue;
      }
      List<String> late =
          Arrays.stream(retries.get().retryOn().orElse("").split(",", -1))
              .filter(condition -> AFTER_THE_FACT.contains(condition) || isLateStatus(condition))
              .toList();
      if (!late.isEmpty() && !isSafe(rule)) {
        report
            .add(
                "spec.http[" + i + "].retries.retryOn",
                "After "
                    + String.join(", ", late)
                    + " the request may have been carried out, and it is sent again whatever its"
                    + " method.")
            .at(rule)
            .witness(
                () ->
                    RuleRequests.taken(
                        service,
                        index,
                        Attribute.METHOD,
                        "POST",
                        "is carried out, fails, and is sent again",
                        mesh));
      }
    }
  }

  private static boolean isLateStatus(String condition) {
    return condition.length() == 3
        && condition.chars().allMatch(Character::isDigit)
        && condition.charAt(0) == '5'
        && !condition.equals("503");
  }

  private static boolean isSafe(HttpRoute rule) {
    return !rule.match().isEmpty()
        && rule.match().stream()
            .allMatch(
                match ->
                    match.method().orElse(null) instanceof StringMatch.Exact method
                        && SAFE.contains(method.value()));
  }
}
