package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.networking.PatchOperation;
import java.util.Map;
import java.util.Optional;

/** A filter is merged into one of another kind. */
final class MergeOfAnotherType extends Check<EnvoyFilter> {

  private static final String STRUCT = "TypedStruct";

  MergeOfAnotherType() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.error("EF-MERGE-TYPE", "A filter is merged into one of another type")
            .meaning(
                "A MERGE of HTTP_FILTER or NETWORK_FILTER is for a filter that istiod puts there,"
                    + " and its typed_config is of another type than that filter's; a TypedStruct"
                    + " is another type as well. An HTTP filter without a subFilter is merged into"
                    + " all, the router among them.")
            .why(
                "istiod fails while it merges, and leaves out all patches of the proxy's"
                    + " listeners, those of other EnvoyFilters too: no filter is added or changed,"
                    + " and nobody is told but its log.")
            .fix("Write the filter's own @type, with plain fields"));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      Optional<String> type = Patches.valueType(patch);
      if (Patches.operation(patch) != PatchOperation.MERGE
          || Patches.context(patch) == PatchContext.WAYPOINT
          || PatchedVersions.areOthers(patch)
          || type.isEmpty()) {
        continue;
      }
      String path = PatchPaths.value(i, "typed_config.@type");
      wanted(patch)
          .filter(its -> !its.getValue().equals(type.get()))
          .filter(its -> !AddedFilters.names(mesh).contains(its.getKey()))
          .ifPresent(its -> add(report, path, patch, its, type.get()));
    }
  }

  // The filter that the patch is for, with its type; absent if it may be another's.
  private static Optional<Map.Entry<String, String>> wanted(EnvoyConfigObjectPatch patch) {
    return switch (Patches.applyTo(patch)) {
      case HTTP_FILTER ->
          find(
              IstioFilters.OF_HTTP,
              Patches.filter(patch).isPresent() && Patches.subFilterName(patch).isPresent()
                  ? Patches.subFilterName(patch)
                  : Optional.of("envoy.filters.http.router"));
      case NETWORK_FILTER -> find(IstioFilters.OF_NETWORK, Patches.filterName(patch));
      default -> Optional.empty();
    };
  }

  private static Optional<Map.Entry<String, String>> find(
      Map<String, String> filters, Optional<String> name) {
    return name.filter(filters::containsKey).map(it -> Map.entry(it, filters.get(it)));
  }

  private static void add(
      Report report,
      String path,
      EnvoyConfigObjectPatch patch,
      Map.Entry<String, String> its,
      String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    boolean added = !Patches.valueName(patch).orElse(its.getKey()).equals(its.getKey());
    report
        .add(
            path,
            simple
                + " cannot be merged into "
                + its.getKey()
                + ": istiod leaves out all patches of these listeners.")
        .at(patch)
        .hint(
            added
                ? "Write the operation INSERT_BEFORE to add "
                    + Patches.valueName(patch).orElse("a filter")
                    + ", or INSERT_FIRST"
                : simple.equals(STRUCT)
                    ? "Write \"@type\": type.googleapis.com/"
                        + its.getValue()
                        + ", and its fields beside it"
                    : "Write \"@type\": type.googleapis.com/" + its.getValue());
  }
}
