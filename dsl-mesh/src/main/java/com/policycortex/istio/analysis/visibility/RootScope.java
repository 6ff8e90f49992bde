package com.policycortex.istio.analysis.visibility;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;

/** A manifest of the root namespace changes the whole mesh. */
final class RootScope extends Check<Manifest> {

  RootScope() {
    super(
        Subject.MANIFESTS,
        CheckInfo.info("POLICY-ROOT-SCOPE", "A manifest changes every workload of the mesh")
            .meaning(
                "In the root namespace, without a selector and without targets: an"
                    + " AuthorizationPolicy of action DENY or CUSTOM, or an EnvoyFilter that is for"
                    + " all contexts or for inbound traffic.")
            .why(
                "Every proxy of the mesh follows it at once, gateways and the proxies of other"
                    + " teams too: a slip in it is an outage of everything.")
            .fix("Select the workloads, or roll it out namespace by namespace first")
            .confidence(Confidence.POLICY));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    if (!isStrong(manifest)
        || !Names.namespace(manifest).equals(mesh.rootNamespace())
        || !Policies.isForAll(manifest)
        || !Policies.targetRefs(manifest).isEmpty()) {
      return;
    }
    report.add(
        "metadata.namespace",
        "In the root namespace and without a selector it is for every workload of the mesh.");
  }

  private static boolean isStrong(Manifest manifest) {
    if (manifest instanceof AuthorizationPolicy policy) {
      AuthorizationAction action = policy.action().orElse(AuthorizationAction.ALLOW);
      return action == AuthorizationAction.DENY || action == AuthorizationAction.CUSTOM;
    }
    return manifest instanceof EnvoyFilter filter
        && filter.configPatches().stream().anyMatch(RootScope::isForSidecars);
  }

  private static boolean isForSidecars(EnvoyConfigObjectPatch patch) {
    PatchContext context =
        patch.match().flatMap(EnvoyConfigObjectMatch::context).orElse(PatchContext.ANY);
    return context == PatchContext.ANY || context == PatchContext.SIDECAR_INBOUND;
  }
}
