package com.policycortex.istio.analysis.installation;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;
import java.util.Set;

/** A definition of kinds is still there that no release of Istio reads any more. */
final class DefinitionRemoved extends Check<RawManifest> {

  private static final Set<String> KINDS =
      Set.of("ClusterRbacConfig", "RbacConfig", "ServiceRole", "ServiceRoleBinding");

  DefinitionRemoved() {
    super(
        Subject.raw("apiextensions.k8s.io", "CustomResourceDefinition"),
        CheckInfo.warning("CRD-REMOVED", "A kind is defined that Istio does not read any more")
            .meaning(
                "A CustomResourceDefinition of the group rbac.istio.io is there, whose kinds"
                    + " AuthorizationPolicy has replaced.")
            .why("Policies of these kinds can be applied, and none is enforced.")
            .fix("Write AuthorizationPolicies, and delete the definition")
            .codes("IST0002"));
  }

  @Override
  public void check(RawManifest definition, MeshView mesh, Report report) {
    JsonObject spec = Untyped.object(definition.body(), "spec");
    String kind = Untyped.text(Untyped.object(spec, "names"), "kind").orElse("");
    if (Untyped.text(spec, "group").equals(Optional.of("rbac.istio.io")) && KINDS.contains(kind)) {
      report.add("spec.names.kind", "Istio does not read " + kind + " any more.");
    }
  }
}
