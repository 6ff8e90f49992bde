package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.networking.PatchOperation;
import java.util.Optional;
import java.util.Set;

/** Two EnvoyFilters change the same, and nothing says which is first. */
final class FilterWithoutPriority extends Check<EnvoyFilter> {

  private static final Set<PatchOperation> RELATIVE =
      Set.of(
          PatchOperation.REMOVE,
          PatchOperation.REPLACE,
          PatchOperation.INSERT_BEFORE,
          PatchOperation.INSERT_AFTER);
  private static final int ENOUGH = 50;

  FilterWithoutPriority() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.info("EF-RELATIVE-WITHOUT-PRIORITY", "A patch depends on what was patched before")
            .meaning(
                "A patch that is made relative to what is there (INSERT_BEFORE, INSERT_AFTER,"
                    + " REPLACE, REMOVE) is in an EnvoyFilter without a priority. A warning, if"
                    + " another one of the same priority that applies to the same workloads patches"
                    + " the same kind of thing.")
            .why(
                "Of the same priority, the older EnvoyFilter is applied first. Deleting and adding"
                    + " one changes the order of the filters, for example of authentication and"
                    + " rate limits.")
            .fix("Set spec.priority: patches of a lower one are applied first")
            .codes("IST0151", "IST0155"));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    if (filter.priority().orElse(0) != 0) {
      return;
    }
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      PatchOperation operation = Patches.operation(patch);
      ApplyTo target = Patches.applyTo(patch);
      if (!RELATIVE.contains(operation)) {
        continue;
      }
      String path = PatchPaths.patch(i);
      Optional<EnvoyFilter> other = other(filter, patch, mesh);
      if (other.isPresent()) {
        report
            .add(
                path,
                operation
                    + " and a patch of "
                    + other.get().name()
                    + " change "
                    + target
                    + " in the order of their creation.")
            .at(patch)
            .severity(Severity.WARNING)
            .related(other.get(), "spec.configPatches", "patches " + target + " as well");
      } else {
        report.add(path, operation + " depends on what other patches left there.").at(patch);
      }
    }
  }

  private static Optional<EnvoyFilter> other(
      EnvoyFilter filter, EnvoyConfigObjectPatch patch, MeshView mesh) {
    if (!filter.targetRefs().isEmpty()) {
      return Optional.empty();
    }
    return mesh.policies().wherever(filter, EnvoyFilter.KIND).stream()
        .limit(ENOUGH)
        .filter(other -> other != filter && other.priority().orElse(0) == 0)
        .filter(other -> other.configPatches().stream().anyMatch(it -> meets(it, patch)))
        .findFirst();
  }

  private static boolean meets(EnvoyConfigObjectPatch one, EnvoyConfigObjectPatch other) {
    PatchContext mine = Patches.context(one);
    PatchContext its = Patches.context(other);
    return one.applyTo().equals(other.applyTo())
        && !areForOtherVersions(one, other)
        && (mine == its || mine == PatchContext.ANY || its == PatchContext.ANY);
  }

  // Istio ships one for each version of the proxy; of two patterns none knows what both hold for.
  private static boolean areForOtherVersions(
      EnvoyConfigObjectPatch one, EnvoyConfigObjectPatch other) {
    Optional<String> mine = Patches.proxyVersion(one);
    Optional<String> its = Patches.proxyVersion(other);
    return mine.isPresent() && its.isPresent() && !mine.equals(its);
  }
}
