package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.RawManifest;
import java.util.HashMap;
import java.util.Map;

/** Two listeners of a Gateway are one. */
final class ListenerTwice extends Check<RawManifest> {

  ListenerTwice() {
    super(
        Subject.raw(GatewayApi.GROUP, "Gateway"),
        CheckInfo.error("GWAPI-LISTENER-DUPLICATE", "Two listeners of a Gateway are the same")
            .meaning(
                "Another listener of the Gateway before it has the same port, the same protocol and"
                    + " the same hostname, or both have none.")
            .why("The listeners are in conflict: istiod programs none of them, or only one.")
            .fix("Give the listeners different host names or ports")
            .codes("KIA1503"));
  }

  @Override
  public void check(RawManifest gateway, MeshView mesh, Report report) {
    Map<String, ApiGateway.Listener> seen = new HashMap<>();
    for (ApiGateway.Listener listener : new ApiGateway(gateway).listeners()) {
      String key = listener.hostname() + ":" + listener.port() + "/" + listener.protocol();
      ApiGateway.Listener first = seen.putIfAbsent(key, listener);
      if (first != null) {
        report.add(
            listener.path(),
            "The listener "
                + first.name()
                + " has the same host, port and protocol as "
                + listener.name()
                + ".");
      }
    }
  }
}
