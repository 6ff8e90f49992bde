package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpRetry;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The timeout of a route leaves no time for its retries. */
final class RetriesBeyondTimeout extends Check<VirtualService> {

  RetriesBeyondTimeout() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-RETRY-EXCEEDS-TIMEOUT", "A timeout leaves no time for the retries")
            .meaning(
                "A rule has a timeout and retries, and all tries together, each of perTryTimeout,"
                    + " take longer than the timeout; or there are retries without a perTryTimeout,"
                    + " so that the first try may take the whole timeout. The timeout holds for all"
                    + " tries together.")
            .why(
                "When the service is slow, some or all of the retries never happen, and the caller"
                    + " gets 504 instead of an answer from another pod.")
            .fix("Let timeout be at least (attempts + 1) times perTryTimeout"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      Optional<Duration> timeout = rule.timeout().filter(time -> !time.isZero());
      if (timeout.isEmpty() || rule.retries().isEmpty()) {
        continue;
      }
      HttpRetry retries = rule.retries().get();
      // Set without a number, attempts are 2 as without retries at all.
      int attempts = retries.attempts().orElse(2);
      if (attempts <= 0) {
        continue;
      }
      Duration perTry = retries.perTryTimeout().filter(time -> !time.isZero()).orElse(null);
      String path = "spec.http[" + i + "].retries";
      int index = i;
      Supplier<Optional<Witness>> slow =
          () ->
              RuleRequests.taken(
                  service, index, "gets 504 after " + text(timeout.get()) + " of slow tries", mesh);
      if (perTry == null) {
        report
            .add(
                path,
                "The first try may take all of "
                    + text(timeout.get())
                    + ": without perTryTimeout a slow try leaves no time for another.")
            .at(rule)
            .hint("Set perTryTimeout, at most timeout / (attempts + 1)")
            .severity(Severity.INFO)
            .witness(slow);
      } else if (perTry.multipliedBy(attempts + 1L).compareTo(timeout.get()) > 0) {
        report
            .add(
                path,
                (attempts + 1)
                    + " tries of "
                    + text(perTry)
                    + " take longer than the timeout of "
                    + text(timeout.get())
                    + ": "
                    + (perTry.compareTo(timeout.get()) >= 0
                        ? "not one retry happens after a slow try."
                        : "the last ones never happen."))
            .at(rule)
            .witness(slow);
      }
    }
  }

  private static String text(Duration duration) {
    return Durations.format(duration);
  }
}
