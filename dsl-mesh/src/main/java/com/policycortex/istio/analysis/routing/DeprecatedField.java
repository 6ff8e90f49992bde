package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.FaultDelay;
import com.policycortex.istio.model.networking.HttpFaultInjection;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;

/** A fault has its share in the old field. */
final class DeprecatedField extends Check<VirtualService> {

  DeprecatedField() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.info("VS-DEPRECATED-FIELD", "A fault has its share in the old field")
            .meaning("percent of a delay is deprecated; percentage takes its place.")
            .why("It works in this release. A later one may leave it out, and delay nobody.")
            .fix("Write percentage: {value: …}")
            .codes("IST0002"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      if (rule.fault()
          .flatMap(HttpFaultInjection::delay)
          .flatMap(FaultDelay::percent)
          .filter(percent -> percent > 0)
          .isPresent()) {
        report
            .add("spec.http[" + i + "].fault.delay.percent", "The field percent is deprecated.")
            .at(rule);
      }
    }
  }
}
