package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.PatchContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A patch is for a kind of proxy that the selected workloads do not have. */
final class FilterContextWithoutProxy extends Check<EnvoyFilter> {

  FilterContextWithoutProxy() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.warning("EF-CONTEXT-NO-PROXY", "A patch is for proxies that nobody picked")
            .meaning(
                "A patch's context is GATEWAY, and the workloadSelector picks workloads with"
                    + " sidecars only; or it is SIDECAR_INBOUND or SIDECAR_OUTBOUND, and only"
                    + " gateways are picked. What is not known of a picked workload counts as the"
                    + " right proxy.")
            .why("The patch is made for no proxy: the limit or the filter is not there.")
            .fix("Write the context of the proxies that are picked, or pick others")
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    Map<String, String> selector = Policies.selector(filter).orElse(Map.of());
    if (selector.isEmpty() || !filter.targetRefs().isEmpty()) {
      return;
    }
    Set<Proxy> proxies = EnumSet.noneOf(Proxy.class);
    mesh.policies()
        .workloads(filter)
        .forEach(workload -> proxies.add(mesh.workloads().proxy(workload)));
    proxies.remove(Proxy.NONE);
    if (proxies.size() != 1) {
      return;
    }
    Proxy only = proxies.iterator().next();
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      PatchContext context = Patches.context(patch);
      if (goesByContext(Patches.applyTo(patch)) && misses(context, only)) {
        boolean gateway = only == Proxy.GATEWAY;
        report
            .add(
                PatchPaths.patch(i) + ".match.context",
                (gateway ? "Only gateways have" : "Only workloads with sidecars have")
                    + " the labels "
                    + selector
                    + ": no proxy gets this patch.")
            .at(patch)
            .hint(
                gateway
                    ? "Write GATEWAY"
                    : "Write SIDECAR_INBOUND for the requests that they get, SIDECAR_OUTBOUND for"
                        + " those that they send");
      }
    }
  }

  private static boolean goesByContext(ApplyTo applyTo) {
    return applyTo != ApplyTo.BOOTSTRAP
        && applyTo != ApplyTo.EXTENSION_CONFIG
        && applyTo != ApplyTo.INVALID;
  }

  private static boolean misses(PatchContext context, Proxy only) {
    return switch (context) {
      case GATEWAY -> only == Proxy.SIDECAR;
      case SIDECAR_INBOUND, SIDECAR_OUTBOUND -> only == Proxy.GATEWAY;
      default -> false;
    };
  }
}
