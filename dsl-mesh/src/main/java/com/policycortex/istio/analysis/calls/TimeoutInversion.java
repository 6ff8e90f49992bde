package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.Durations;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A service waits longer for another one than its own callers wait for it. */
final class TimeoutInversion extends Check<VirtualService> {

  TimeoutInversion() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "TIMEOUT-INVERSION", "A call may take longer than its caller is waited for")
            .meaning(
                "A rule has a timeout, and every rule that leads to a workload which calls its"
                    + " destination, as an AuthorizationPolicy names the callers, has a shorter"
                    + " one.")
            .why(
                "The caller goes on waiting and working for somebody who has gone: its connections"
                    + " and queues fill up with work that nobody wants.")
            .fix("Let timeouts become shorter along a call path")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      Hops.Hop hop = new Hops.Hop(service, i, service.http().get(i));
      if (hop.timeout().isPresent()) {
        inverted(hop, mesh)
            .ifPresent(
                before ->
                    report
                        .add(
                            hop.path() + ".timeout",
                            "This may take "
                                + Durations.format(hop.timeout().get())
                                + ", but who calls it is waited for no longer than "
                                + Durations.format(before.timeout().get())
                                + ".")
                        .at(hop.rule())
                        .related(before.service(), before.path() + ".timeout", "is shorter"));
      }
    }
  }

  private static Optional<Hops.Hop> inverted(Hops.Hop hop, MeshView mesh) {
    for (Workload callee : Hops.behind(hop.service(), hop.rule(), mesh)) {
      for (Workload caller : Callers.of(callee, mesh)) {
        List<Hops.Hop> before = Hops.to(caller, mesh);
        boolean limited =
            !before.isEmpty()
                && before.stream().allMatch(it -> it.timeout().isPresent())
                && before.stream().noneMatch(it -> it.service() == hop.service());
        if (limited) {
          Hops.Hop longest =
              Collections.max(before, Comparator.comparing(it -> it.timeout().get()));
          if (longest.timeout().get().compareTo(hop.timeout().get()) < 0) {
            return Optional.of(longest);
          }
        }
      }
    }
    return Optional.empty();
  }
}
