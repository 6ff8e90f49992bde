package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.RawManifest;

/** Two Gateways listen for the same host. */
final class ListenerConflict extends Check<RawManifest> {

  ListenerConflict() {
    super(
        Subject.raw(GatewayApi.GROUP, "Gateway"),
        CheckInfo.warning("GWAPI-LISTENER-CONFLICT", "Two Gateways listen for the same host")
            .meaning(
                "A listener of another Gateway has the same hostname, which is not empty, the same"
                    + " port and the same protocol.")
            .why(
                "The Gateways have different addresses: which routes hold depends on where the"
                    + " name's DNS record leads.")
            .fix("Let one Gateway have the host")
            .codes("KIA1501"));
  }

  @Override
  public void check(RawManifest gateway, MeshView mesh, Report report) {
    for (ApiGateway.Listener listener : new ApiGateway(gateway).listeners()) {
      if (listener.hostname().isEmpty()) {
        continue;
      }
      mesh
          .gatewayApi()
          .listening(listener.hostname(), listener.port(), listener.protocol())
          .stream()
          .filter(other -> other != gateway)
          .findFirst()
          .ifPresent(
              other ->
                  report
                      .add(
                          listener.path() + ".hostname",
                          "Gateway "
                              + Names.qualified(other)
                              + " listens for "
                              + listener.hostname()
                              + ":"
                              + listener.port()
                              + " as well.")
                      .related(other, "spec.listeners", "has the same host and port"));
    }
  }
}
