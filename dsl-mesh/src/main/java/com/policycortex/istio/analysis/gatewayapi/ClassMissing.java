package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.RawManifest;
import java.util.Optional;

/** A Gateway is of a class that is not there. */
final class ClassMissing extends Check<RawManifest> {

  ClassMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, "Gateway"),
        CheckInfo.warning("GWAPI-CLASS-MISSING", "A Gateway is of a class that is not there")
            .meaning(
                "spec.gatewayClassName names neither a GatewayClass among the manifests nor a class"
                    + " that istiod has by itself (istio, istio-waypoint, istio-remote,"
                    + " istio-east-west, istio-agentgateway). It is a warning where the name is"
                    + " nearly that of such a class; else, where other GatewayClasses are among"
                    + " the manifests, a hint: whoever installs another controller has its class"
                    + " elsewhere.")
            .why(
                "Unless a GatewayClass elsewhere has the name, nobody makes the gateway: there is no"
                    + " pod, no address, and no route holds.")
            .fix("Name a class that is there, for example istio")
            .codes("KIA1504"));
  }

  @Override
  public void check(RawManifest gateway, MeshView mesh, Report report) {
    String name = new ApiGateway(gateway).className();
    if (ApiGateway.CLASSES.contains(name) || mesh.gatewayApi().classOf(gateway).isPresent()) {
      return;
    }
    Optional<String> meant = Suggestions.slip(name, ApiGateway.CLASSES);
    if (meant.isEmpty() && !mesh.knows(Need.GATEWAY_CLASSES)) {
      return; // the classes are all elsewhere
    }
    Draft draft =
        report
            .add("spec.gatewayClassName", "There is no GatewayClass " + name + ".")
            .severity(meant.isPresent() ? Severity.WARNING : Severity.INFO);
    meant.ifPresent(it -> draft.hint("Write " + it));
  }
}
