package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.EnvoyObjectMatch;
import com.policycortex.istio.model.networking.FilterChainMatch;
import com.policycortex.istio.model.networking.VirtualHostMatch;
import java.util.Optional;

/** A patch finds its place by a name that istiod makes. */
final class FilterVersionFragile extends Check<EnvoyFilter> {

  FilterVersionFragile() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.info("EF-VERSION-FRAGILE", "A patch depends on names that istiod makes")
            .meaning(
                "A patch matches a listener, a filter chain, a route configuration, a virtual host"
                    + " or a cluster by a name that istiod makes, and no proxyVersion says for"
                    + " which release it was written.")
            .why(
                "The names are no part of Istio's interface. After an upgrade a patch of which one"
                    + " has changed does nothing, and nobody says so: a limit or a check is gone.")
            .fix("Match by ports, services or hosts, or write a patch for each proxyVersion")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      String path = PatchPaths.patch(i) + ".match";
      if (Patches.proxyVersion(patch).isEmpty()) {
        patch
            .match()
            .flatMap(EnvoyConfigObjectMatch::objectTypes)
            .flatMap(FilterVersionFragile::name)
            .ifPresent(
                name ->
                    report
                        .add(path, "The patch looks for " + name + ", a name that istiod makes.")
                        .at(patch));
      }
    }
  }

  private static Optional<String> name(EnvoyObjectMatch match) {
    Optional<String> name =
        match instanceof EnvoyObjectMatch.Listener listener
            ? listener
                .value()
                .name()
                .or(() -> listener.value().filterChain().flatMap(FilterChainMatch::name))
            : match instanceof EnvoyObjectMatch.RouteConfiguration routes
                ? routes
                    .value()
                    .name()
                    .or(() -> routes.value().vhost().flatMap(VirtualHostMatch::name))
                : match instanceof EnvoyObjectMatch.Cluster cluster
                    ? cluster.value().name()
                    : Optional.empty();
    return name.filter(text -> !text.isEmpty());
  }
}
