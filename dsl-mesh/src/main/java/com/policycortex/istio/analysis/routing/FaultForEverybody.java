package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.HttpFaultInjection;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.Percent;
import com.policycortex.istio.model.networking.VirtualService;

/** A fault is injected into requests that nobody picked. */
final class FaultForEverybody extends Check<VirtualService> {

  FaultForEverybody() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-FAULT-ACTIVE", "A fault is injected for everybody")
            .meaning(
                "A rule injects delays or aborts into more than no percent of its requests, and"
                    + " nothing but their path, method or host picks them: no header, no caller.")
            .why(
                "The requests of all users fail or wait. That is right in a test; left behind in"
                    + " production it is an outage.")
            .fix("Remove the fault, or limit it to requests with a header of the test")
            .confidence(Confidence.POLICY));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      if (rule.fault().filter(FaultForEverybody::isActive).isEmpty()) {
        continue;
      }
      boolean everybody =
          rule.match().isEmpty() || rule.match().stream().anyMatch(FaultForEverybody::isOpen);
      if (everybody) {
        int index = i;
        boolean aborts = rule.fault().flatMap(HttpFaultInjection::abort).isPresent();
        report
            .add(
                "spec.http[" + i + "].fault",
                "Requests of everybody are "
                    + (aborts ? "aborted" : "delayed")
                    + ", not only those of a test.")
            .at(rule)
            .witness(
                () ->
                    RuleRequests.taken(
                        service, index, "may be " + (aborts ? "aborted" : "delayed"), mesh));
      }
    }
  }

  private static boolean isActive(HttpFaultInjection fault) {
    boolean delays =
        fault
            .delay()
            .map(
                delay ->
                    delay.percentage().map(FaultForEverybody::isSome).orElse(true)
                        && delay.percent().map(percent -> percent > 0).orElse(true))
            .orElse(false);
    boolean aborts =
        fault
            .abort()
            .map(abort -> abort.percentage().map(FaultForEverybody::isSome).orElse(true))
            .orElse(false);
    return delays || aborts;
  }

  private static boolean isSome(Percent percentage) {
    return percentage.value().orElse(0.0) > 0;
  }

  private static boolean isOpen(HttpMatchRequest match) {
    return match.headers().isEmpty()
        && match.sourceLabels().isEmpty()
        && match.sourceNamespace().isEmpty()
        && match.queryParams().isEmpty();
  }
}
