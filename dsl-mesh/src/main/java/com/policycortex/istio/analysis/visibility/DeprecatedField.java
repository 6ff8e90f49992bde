package com.policycortex.istio.analysis.visibility;

import com.policycortex.istio.analysis.check.Change;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.FaultDelay;
import com.policycortex.istio.model.networking.HttpFaultInjection;
import com.policycortex.istio.model.networking.OutboundTrafficPolicy;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue;
import java.util.Optional;

/** A field is deprecated. */
final class DeprecatedField extends Check<Manifest> {

  DeprecatedField() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("DEPRECATED-FIELD", "A field is deprecated")
            .meaning(
                "A VirtualService sets fault.delay.percent, a whole number in the place of"
                    + " percentage; or a Sidecar sets outboundTrafficPolicy.egressProxy. Further"
                    + " deprecated fields have findings of their own.")
            .why("A later release of Istio may not read it any more.")
            .fix("Use percentage, or route to the egress gateway with a VirtualService")
            .codes("IST0002"));
  }

  // Where both are there, percentage counts already.
  private static Change percentage(Change change, String delay) {
    Optional<JsonValue> percent = change.at(delay + ".percent");
    Change without = change.remove(delay + ".percent");
    return without.at(delay + ".percentage").isPresent() || percent.isEmpty()
        ? without
        : without.set(delay + ".percentage", JsonValue.object().with("value", percent.get()));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    if (manifest instanceof Sidecar sidecar
        && sidecar
            .outboundTrafficPolicy()
            .flatMap(OutboundTrafficPolicy::egressProxy)
            .isPresent()) {
      report.add("spec.outboundTrafficPolicy.egressProxy", "egressProxy is deprecated.");
    }
    if (manifest instanceof VirtualService service) {
      for (int i = 0; i < service.http().size(); i++) {
        boolean old =
            service
                .http()
                .get(i)
                .fault()
                .flatMap(HttpFaultInjection::delay)
                .flatMap(FaultDelay::percent)
                .filter(percent -> percent > 0)
                .isPresent();
        if (old) {
          String delay = "spec.http[" + i + "].fault.delay";
          report
              .add(delay + ".percent", "percent is deprecated.")
              .at(service.http().get(i))
              .repair("Write percentage", change -> percentage(change, delay));
        }
      }
    }
  }
}
