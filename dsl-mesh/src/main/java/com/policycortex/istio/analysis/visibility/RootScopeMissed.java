package com.policycortex.istio.analysis.visibility;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;

/** A manifest lies where the root namespace usually is, and it is another. */
final class RootScopeMissed extends Check<Manifest> {

  private static final String USUAL = "istio-system";

  RootScopeMissed() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("POLICY-NOT-IN-ROOT", "A manifest is not in the root namespace")
            .meaning(
                "A PeerAuthentication, RequestAuthentication, AuthorizationPolicy, Telemetry or"
                    + " Sidecar without a selector is in istio-system, and MeshConfig says that the"
                    + " root namespace is another one.")
            .why("It holds for istio-system only, not for the mesh, as it would elsewhere.")
            .fix("Put it into the root namespace of this mesh")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.MESH_CONFIG));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    boolean known =
        manifest instanceof PeerAuthentication
            || manifest instanceof RequestAuthentication
            || manifest instanceof AuthorizationPolicy
            || manifest instanceof Telemetry
            || manifest instanceof Sidecar;
    if (known
        && Names.namespace(manifest).equals(USUAL)
        && !mesh.rootNamespace().equals(USUAL)
        && Policies.isForAll(manifest)
        && Policies.targetRefs(manifest).isEmpty()) {
      report.add(
          "metadata.namespace",
          "The root namespace of this mesh is "
              + mesh.rootNamespace()
              + ", so this is for istio-system only.");
    }
  }
}
