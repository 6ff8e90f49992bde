package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.RawManifest;

/** A Gateway is of a class that is not there. */
final class ClassMissing extends Check<RawManifest> {

  ClassMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, "Gateway"),
        CheckInfo.error("GWAPI-CLASS-MISSING", "A Gateway is of a class that is not there")
            .meaning(
                "spec.gatewayClassName names neither a GatewayClass among the manifests nor a class"
                    + " that istiod has by itself (istio, istio-waypoint, istio-remote,"
                    + " istio-east-west).")
            .why("Nobody makes the gateway: there is no pod, no address, and no route holds.")
            .fix("Name a class that is there, for example istio")
            .needs(Need.GATEWAY_CLASSES)
            .codes("KIA1504"));
  }

  @Override
  public void check(RawManifest gateway, MeshView mesh, Report report) {
    String name = new ApiGateway(gateway).className();
    if (!ApiGateway.CLASSES.contains(name)
        && mesh.allRaw(GatewayApi.GROUP, "GatewayClass").stream()
            .noneMatch(it -> it.name().equals(name))) {
      Draft draft = report.add("spec.gatewayClassName", "There is no GatewayClass " + name + ".");
      Suggestions.nearest(name, ApiGateway.CLASSES).ifPresent(near -> draft.hint("Write " + near));
    }
  }
}
