package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.VirtualService;

/** A mirror leads to a subset that no DestinationRule in force defines. */
final class MirrorSubsetMissing extends Check<VirtualService> {

  MirrorSubsetMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error(
                "REF-MIRROR-SUBSET-MISSING", "A mirror leads to a subset that is not defined")
            .meaning(
                "The DestinationRule that applies to the host of a mirror, for the proxies that"
                    + " follow the rule, does not define the subset.")
            .why("The proxy has no cluster for the subset: no copy of a request is sent.")
            .fix("Define the subset in the DestinationRule that applies, or name one of its own")
            .needs(Need.SERVICES)
            .codes("IST0101"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (DestinationUse use : Destinations.of(service)) {
      if (use.use().isMirror()) {
        SubsetMissing.check(service, use, "no copy of a request is sent", mesh, report);
      }
    }
  }
}
