package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.VirtualService;

/** A VirtualService without hosts to which nobody delegates. */
final class DelegateOrphan extends Check<VirtualService> {

  DelegateOrphan() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-DELEGATE-ORPHAN", "Nobody delegates to a VirtualService")
            .meaning(
                "A VirtualService without hosts only holds rules for others that delegate to it,"
                    + " and no VirtualService does.")
            .why("Its rules apply to no request.")
            .fix("Give it hosts, or delegate to it"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (VirtualServices.isDelegate(service)
        && mesh.virtualServices().delegatingTo(service).isEmpty()) {
      report.add(
          "metadata.name",
          "It has no hosts, and no VirtualService delegates to it: nobody uses it.");
    }
  }
}
