package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.VirtualService;

/** A match asks for a sender in a namespace that does not exist. */
final class MatchNamespaceMissing extends Check<VirtualService> {

  MatchNamespaceMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "VS-SOURCE-NAMESPACE-MISSING", "A match names a namespace that is not there")
            .meaning(
                "The sourceNamespace of a match that holds in the mesh only is that of no Namespace"
                    + " among the manifests, and none in which they have workloads or Services; the"
                    + " root namespace is always there.")
            .why("The match never holds: its requests go to a later rule, or get 404.")
            .fix("Name a namespace that exists")
            .needs(Need.NAMESPACES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (CommonMatch match : CommonMatch.forMeshAlone(service)) {
      String name = match.namespace();
      if (!name.isEmpty() && !GivenNamespaces.isThere(name, mesh)) {
        Draft draft =
            report
                .add(
                    match.path() + ".sourceNamespace",
                    "There is no namespace " + name + ": the match never holds")
                .at(match.match());
        GivenNames.namespaces(mesh).nearest(name).ifPresent(near -> draft.hint("Write " + near));
      }
    }
  }
}
