package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.EnvoyFilter;

/** A patch makes a configuration that Envoy refuses. */
final class PatchRefusedByEnvoy extends Check<EnvoyFilter> {

  PatchRefusedByEnvoy() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.error("EF-VALUE-REFUSED", "Envoy refuses the value of a patch")
            .meaning(
                "The value of a patch breaks a demand of Envoy on its messages: a field that must"
                    + " be there is not, or has a value that it may not have; or a TypedStruct,"
                    + " which istiod hands on unread, has a value that is no JSON of the message"
                    + " that its type_url names, such as a duration that is not a text in seconds;"
                    + " or the extension has a type of Envoy's version 2 or of another kind of"
                    + " filter. Of what is merged, only what is there is looked at.")
            .why(
                "istiod takes the patch and sends it. Each proxy that gets it refuses the whole"
                    + " listener, route configuration or cluster: it keeps what it had, so later"
                    + " changes do not arrive either, and a new pod listens to nothing.")
            .fix("Write what Envoy's reference of the message asks for"));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    EnvoyRemarks.report(filter, true, "Envoy refuses this", report);
  }
}
