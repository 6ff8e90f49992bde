package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.ListenerMatch;
import com.policycortex.istio.model.networking.PatchContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A patch is for a filter that has nearly that name. */
final class FilterNameMisspelt extends Check<EnvoyFilter> {

  private static final String FILTER = ".match.listener.filterChain.filter";

  FilterNameMisspelt() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.warning("EF-FILTER-MISSPELT", "A patch is for a filter that nobody makes")
            .meaning(
                "A patch looks for a filter by a name that differs by a slip of the pen from one"
                    + " that istiod makes, and no EnvoyFilter adds a filter of the name.")
            .why(
                "istiod compares names letter by letter and finds no place for the patch: it is"
                    + " left out without a word.")
            .fix("Write the filter's name"));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      if (Patches.context(patch) == PatchContext.WAYPOINT || PatchedVersions.areOthers(patch)) {
        continue;
      }
      String path = PatchPaths.patch(i) + FILTER;
      ApplyTo applyTo = Patches.applyTo(patch);
      if (applyTo == ApplyTo.HTTP_FILTER || applyTo == ApplyTo.NETWORK_FILTER) {
        look(
            Patches.filterName(patch), IstioFilters.network(), path + ".name", patch, mesh, report);
        look(
            Patches.subFilterName(patch),
            IstioFilters.http(),
            path + ".subFilter.name",
            patch,
            mesh,
            report);
      }
      if (applyTo == ApplyTo.LISTENER_FILTER) {
        look(
            Patches.listener(patch).flatMap(ListenerMatch::listenerFilter),
            IstioFilters.ofListeners(),
            PatchPaths.patch(i) + ".match.listener.listenerFilter",
            patch,
            mesh,
            report);
      }
    }
  }

  private static void look(
      Optional<String> name,
      Set<String> names,
      String path,
      EnvoyConfigObjectPatch patch,
      MeshView mesh,
      Report report) {
    if (name.isEmpty()
        || names.contains(name.get())
        || AddedFilters.names(mesh).contains(name.get())) {
      return;
    }
    // All begin alike, which makes none of them nearer.
    int last = name.get().lastIndexOf('.') + 1;
    String before = name.get().substring(0, last);
    String own = name.get().substring(last);
    List<String> beside =
        names.stream().filter(it -> it.startsWith(before)).map(it -> it.substring(last)).toList();
    if (Suggestions.slip(own, beside).isPresent()) {
      report
          .add(path, "No filter is called " + name.get() + ": the patch finds no place.")
          .at(patch)
          .meant(own, beside, it -> before + it)
          .changing("the patch finds its place and is made");
    }
  }
}
