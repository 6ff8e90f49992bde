package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.EnvoyFilter;

/** A TypedStruct says what Envoy passes over. */
final class StructFieldIgnored extends Check<EnvoyFilter> {

  StructFieldIgnored() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.warning("EF-STRUCT-UNKNOWN", "Envoy passes over a part of a TypedStruct")
            .meaning(
                "The value of a TypedStruct has a field that the message named by type_url does not"
                    + " have, or a constant that the enumeration does not have, in the release of"
                    + " Envoy that belongs to this release of Istio; or there is no such message.")
            .why(
                "istiod hands the struct on unread, and Envoy, as Istio starts it, passes over what"
                    + " it does not know: the setting has its default. A bucket whose max_tokens is"
                    + " misspelt has none, and every request is refused with 429.")
            .fix("Write the name of a field of the release of Envoy that runs, or remove it"));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    EnvoyRemarks.report(filter, false, "Envoy passes over this", report);
  }
}
