package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;

/** A grant is for a namespace that does not exist. */
final class GrantNamespaceMissing extends Check<RawManifest> {

  GrantNamespaceMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, "ReferenceGrant"),
        CheckInfo.error(
                "GWAPI-GRANT-NAMESPACE-MISSING", "A grant is for a namespace that is not there")
            .meaning(
                "from[].namespace of the ReferenceGrant is that of no Namespace. It is a"
                    + " warning where its name is not like one of theirs.")
            .why("The routes or Gateways that were meant may not refer to this namespace.")
            .fix("Name a namespace that exists")
            .needs(Need.NAMESPACES)
            .codes("KIA1601"));
  }

  @Override
  public void check(RawManifest grant, MeshView mesh, Report report) {
    List<JsonObject> from = Untyped.objects(Untyped.object(grant.body(), "spec"), "from");
    for (int i = 0; i < from.size(); i++) {
      String name = Untyped.text(from.get(i), "namespace").orElse("");
      if (!name.isEmpty() && mesh.namespace(name).isEmpty() && !mesh.workloads().hasAny(name)) {
        Draft draft =
            report.add("spec.from[" + i + "].namespace", "There is no namespace " + name + ".");
        GivenNames.namespaces(mesh)
            .nearest(name)
            .ifPresentOrElse(
                near -> draft.hint("Write " + near),
                // Another team's may well be somewhere else.
                () -> draft.severity(Severity.WARNING));
      }
    }
  }
}
