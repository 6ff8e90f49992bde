package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.EnvoyObjectMatch;
import com.policycortex.istio.model.networking.FilterChainMatch;
import com.policycortex.istio.model.networking.FilterMatch;
import java.util.Optional;

/** A patch puts an HTTP filter where none can be, or changes none. */
final class HttpFilterAnchor extends Check<EnvoyFilter> {

  private static final String ROUTER = "envoy.filters.http.router";

  HttpFilterAnchor() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.error("EF-HTTP-FILTER-ANCHOR", "An HTTP filter comes behind the router")
            .meaning(
                "A patch of HTTP_FILTER adds a filter at the end (ADD, or INSERT_AFTER without a"
                    + " subFilter, or INSERT_AFTER the router), behind the router, which must be"
                    + " the last; or it is a REMOVE or REPLACE without a subFilter, for which"
                    + " istiod does nothing. A waypoint is not looked at.")
            .why(
                "Envoy refuses a listener whose router is not the last filter: the proxy keeps what"
                    + " it had, or listens to nothing after a restart.")
            .fix(
                "Use INSERT_BEFORE with the subFilter envoy.filters.http.router, or INSERT_FIRST"));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      boolean waypoint =
          patch
              .match()
              .flatMap(EnvoyConfigObjectMatch::objectTypes)
              .filter(EnvoyObjectMatch.Waypoint.class::isInstance)
              .isPresent();
      if (Patches.applyTo(patch) == ApplyTo.HTTP_FILTER && !waypoint) {
        check(patch, PatchPaths.patch(i) + ".patch.operation", report);
      }
    }
  }

  private static void check(EnvoyConfigObjectPatch patch, String path, Report report) {
    Optional<String> anchor = anchor(patch);
    switch (Patches.operation(patch)) {
      case ADD -> report.add(path, "ADD puts the filter behind the router.").at(patch);
      case INSERT_AFTER -> {
        if (anchor.isEmpty() || anchor.get().equals(ROUTER)) {
          report.add(path, "INSERT_AFTER puts the filter behind the router here.").at(patch);
        }
      }
      case REMOVE, REPLACE -> {
        if (anchor.isEmpty()) {
          report
              .add(path, "Without a subFilter the patch changes nothing.")
              .at(patch)
              .severity(Severity.WARNING)
              .hint("Name the filter by filterChain.filter.subFilter.name");
        }
      }
      default -> {}
    }
  }

  // What the patch says of the filter that is there; absent if it says nothing.
  private static Optional<String> anchor(EnvoyConfigObjectPatch patch) {
    return patch
        .match()
        .flatMap(EnvoyConfigObjectMatch::objectTypes)
        .filter(EnvoyObjectMatch.Listener.class::isInstance)
        .flatMap(match -> ((EnvoyObjectMatch.Listener) match).value().filterChain())
        .flatMap(FilterChainMatch::filter)
        .flatMap(FilterMatch::subFilter)
        .map(filter -> filter.name().orElse(""));
  }
}
