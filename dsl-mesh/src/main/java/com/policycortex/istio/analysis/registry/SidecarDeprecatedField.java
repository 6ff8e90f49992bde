package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.OutboundTrafficPolicy;
import com.policycortex.istio.model.networking.Sidecar;

/** A Sidecar names a proxy for what leaves the mesh in a field that goes away. */
final class SidecarDeprecatedField extends Check<Sidecar> {

  SidecarDeprecatedField() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.info("SIDECAR-DEPRECATED-FIELD", "A Sidecar uses egressProxy")
            .meaning("outboundTrafficPolicy.egressProxy is set, which Istio calls deprecated.")
            .why(
                "It works in this release. In a later one traffic to unknown hosts may leave the"
                    + " pod directly, past the proxy named here.")
            .fix("Lead the hosts to a gateway by ServiceEntries and VirtualServices")
            .codes("IST0002"));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    if (sidecar.outboundTrafficPolicy().flatMap(OutboundTrafficPolicy::egressProxy).isPresent()) {
      report.add("spec.outboundTrafficPolicy.egressProxy", "The field egressProxy is deprecated.");
    }
  }
}
