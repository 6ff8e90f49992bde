package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Retries of several hops multiply. */
final class RetryAmplification extends Check<VirtualService> {

  private static final int LIMIT = 12;
  private static final int DEPTH = 4;

  RetryAmplification() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("RETRY-AMPLIFICATION", "Retries along a call path multiply")
            .meaning(
                "A rule sets retries, and so do rules that lead to workloads which call its"
                    + " destination, as AuthorizationPolicies name the callers: together one"
                    + " request is tried "
                    + LIMIT
                    + " times or more. Retries that no rule sets (Istio's default) are not"
                    + " counted.")
            .why(
                "When the last service is slow, each request of a user becomes many times as many"
                    + " there: the overload keeps itself up.")
            .fix("Retry at one hop only, next to the service that fails")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      Hops.Hop hop = new Hops.Hop(service, i, service.http().get(i));
      if (hop.tries() == 1) {
        continue;
      }
      Optional<List<Hops.Hop>> path =
          Hops.behind(service, hop.rule(), mesh).stream()
              .map(workload -> worst(List.of(hop), workload, mesh))
              .filter(hops -> tries(hops) >= LIMIT)
              .findFirst();
      if (path.isPresent()) {
        report(hop, path.get(), report);
      }
    }
  }

  private static void report(Hops.Hop hop, List<Hops.Hop> path, Report report) {
    Draft draft =
        report
            .add(
                hop.path() + ".retries",
                "One request may become "
                    + tries(path)
                    + " here: "
                    + path.size()
                    + " hops of the path set retries.")
            .at(hop.rule());
    for (Hops.Hop other : path.subList(1, path.size())) {
      draft.related(
          other.service(), other.path() + ".retries", "tries " + other.tries() + " times before");
    }
    String host = hop.service().hosts().isEmpty() ? "" : hop.service().hosts().get(0);
    draft.witness(Witness.request("GET", host, "/", "is tried up to " + tries(path) + " times"));
  }

  // The path with the most tries that ends here, its last hop first.
  private static List<Hops.Hop> worst(List<Hops.Hop> so, Workload callee, MeshView mesh) {
    List<Hops.Hop> worst = so;
    if (so.size() >= DEPTH) {
      return worst;
    }
    for (Workload caller : Callers.of(callee, mesh)) {
      for (Hops.Hop hop : Hops.to(caller, mesh)) {
        boolean seen = so.stream().anyMatch(known -> known.service() == hop.service());
        if (hop.tries() > 1 && !seen) {
          List<Hops.Hop> longer = new ArrayList<>(so);
          longer.add(hop);
          List<Hops.Hop> path = worst(longer, caller, mesh);
          worst = tries(path) > tries(worst) ? path : worst;
        }
      }
    }
    return worst;
  }

  private static int tries(List<Hops.Hop> path) {
    return path.stream().mapToInt(Hops.Hop::tries).reduce(1, (one, other) -> one * other);
  }
}
