package com.policycortex.istio.analysis.visibility;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.OutboundTrafficPolicyMode;
import com.policycortex.istio.model.networking.Sidecar;

/** A Sidecar says something of unknown hosts without saying what. */
final class SidecarModeMissing extends Check<Sidecar> {

  SidecarModeMissing() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.info("SIDECAR-MODE-MISSING", "A Sidecar refuses unknown hosts without saying so")
            .meaning(
                "outboundTrafficPolicy is there without a mode. istiod takes that for"
                    + " REGISTRY_ONLY, whatever MeshConfig says.")
            .why(
                "Calls to hosts that no service has get 502, which nobody reads from the manifest.")
            .fix("Write mode: REGISTRY_ONLY, or mode: ALLOW_ANY")
            .codes("KIA1007"));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    sidecar
        .outboundTrafficPolicy()
        .filter(policy -> policy.mode().isEmpty())
        .ifPresent(
            policy ->
                report
                    .add(
                        "spec.outboundTrafficPolicy",
                        "Without a mode, unknown hosts are refused (REGISTRY_ONLY).")
                    .repair(
                        Repair.replace(
                            "Say REGISTRY_ONLY",
                            sidecar.outboundTrafficPolicy(
                                policy.mode(OutboundTrafficPolicyMode.REGISTRY_ONLY)))));
  }
}
