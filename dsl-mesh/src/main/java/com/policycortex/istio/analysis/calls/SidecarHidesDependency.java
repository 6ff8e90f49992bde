package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.SidecarScope;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicyMode;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;

/** A workload may call what its Sidecar does not know. */
final class SidecarHidesDependency extends Check<AuthorizationPolicy> {

  SidecarHidesDependency() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("SIDECAR-HIDES-DEPENDENCY", "A caller's Sidecar hides what it calls")
            .meaning(
                "An ALLOW rule lets a workload in, and the Sidecar that decides for this workload"
                    + " imports no service that leads to any workload of the policy. An error where"
                    + " the caller's traffic to unknown hosts is refused (REGISTRY_ONLY).")
            .why(
                "The caller's proxy does not know the service: it sends plain text past all routes"
                    + " and without identity, or refuses the call with 502.")
            .fix("Add the service to the egress hosts of the caller's Sidecar")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    List<Callers.Caller> callers =
        Callers.of(policy, mesh).stream()
            .filter(caller -> mesh.sidecars().of(caller.workload()).isPresent())
            .toList();
    if (callers.isEmpty() || Policies.isForAll(policy)) {
      return;
    }
    List<MeshService> services =
        mesh.policies().workloads(policy).stream()
            .limit(Callers.ENOUGH)
            .flatMap(workload -> mesh.workloads().servicesOf(workload).stream())
            .distinct()
            .toList();
    if (services.isEmpty()) {
      return;
    }
    for (Callers.Caller caller : callers) {
      SidecarScope scope = mesh.sidecars().scope(caller.workload());
      if (services.stream().noneMatch(service -> scope.knows(service.host()))) {
        Sidecar sidecar = mesh.sidecars().of(caller.workload()).orElseThrow();
        boolean refused =
            scope.outboundTrafficPolicy() == MeshOutboundTrafficPolicyMode.REGISTRY_ONLY;
        report
            .add(
                caller.path(),
                caller.workload()
                    + " may call "
                    + services.get(0).host()
                    + ", but its Sidecar does not import it.")
            .at(caller.rule())
            .severity(refused ? Severity.ERROR : Severity.WARNING)
            .related(sidecar, "spec.egress", "does not import it")
            .witness(
                Witness.request(
                        "GET",
                        services.get(0).host(),
                        "/",
                        refused ? "gets 502" : "leaves without mutual TLS")
                    .from("a pod of " + caller.workload().qualifiedName()));
        return;
      }
    }
  }
}
