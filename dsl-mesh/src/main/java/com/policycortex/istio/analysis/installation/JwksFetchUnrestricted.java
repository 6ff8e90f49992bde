package com.policycortex.istio.analysis.installation;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.kubernetes.Deployment;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;

/** istiod fetches keys from wherever a policy says. */
final class JwksFetchUnrestricted extends Check<Deployment> {

  private static final String VARIABLE = "BLOCKED_CIDRS_IN_JWKS_URIS";

  JwksFetchUnrestricted() {
    super(
        Subject.of(Deployment.KIND),
        CheckInfo.warning("JWKS-FETCH-UNRESTRICTED", "istiod fetches keys from any address")
            .meaning(
                "There is a RequestAuthentication, and the Deployment labelled app: istiod does not"
                    + " set BLOCKED_CIDRS_IN_JWKS_URIS for a container.")
            .why(
                "Who may write a RequestAuthentication makes istiod send requests to addresses that"
                    + " only istiod reaches, such as the cloud's metadata service.")
            .fix("Set BLOCKED_CIDRS_IN_JWKS_URIS to the ranges that hold no issuer's keys")
            .confidence(Confidence.POLICY)
            .codes("IST0175"));
  }

  @Override
  public void check(Deployment deployment, MeshView mesh, Report report) {
    if (!"istiod".equals(deployment.metadata().labels().get("app"))
        || mesh.all(RequestAuthentication.KIND).isEmpty()) {
      return;
    }
    boolean set =
        Workloads.of(deployment).stream()
            .flatMap(workload -> workload.containers().stream())
            .anyMatch(container -> sets(new JsonObject(container.more())));
    if (!set) {
      report
          .add("metadata.name", "istiod fetches keys for tokens from any address that it reaches.")
          .related(mesh.all(RequestAuthentication.KIND).get(0), "", "says where keys are");
    }
  }

  private static boolean sets(JsonObject container) {
    return Untyped.objects(container, "env").stream()
        .anyMatch(
            variable ->
                Untyped.text(variable, "name").equals(Optional.of(VARIABLE))
                    && Untyped.text(variable, "value").filter(it -> !it.isEmpty()).isPresent());
  }
}
