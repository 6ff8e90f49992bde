package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.RawManifest;
import java.util.Map;
import java.util.Optional;

/** Two listeners of a Gateway are one. */
final class ListenerTwice extends Check<RawManifest> {

  ListenerTwice() {
    super(
        Subject.raw(GatewayApi.GROUP, "Gateway"),
        CheckInfo.error("GWAPI-LISTENER-DUPLICATE", "Two listeners of a Gateway are the same")
            .meaning(
                "Another listener of the Gateway before it has the same port, and the same hostname"
                    + " or none as well; or one of the two is of TCP or UDP, which have no host"
                    + " names.")
            .why("The listeners are in conflict: istiod programs the first only.")
            .fix("Give the listeners different host names or ports")
            .codes("KIA1503"));
  }

  @Override
  public void check(RawManifest gateway, MeshView mesh, Report report) {
    ApiGateway there = new ApiGateway(gateway);
    boolean others = mesh.gatewayApi().isOfAnother(gateway);
    Map<Integer, ApiGateway.Listener> conflicts = there.conflicts();
    for (ApiGateway.Listener listener : there.listeners()) {
      Optional.ofNullable(conflicts.get(listener.index()))
          .filter(first -> !others || isSame(first, listener))
          .ifPresent(
              first ->
                  report.add(
                      listener.path(),
                      "The listener "
                          + first.name()
                          + (sameHost(first, listener)
                              ? " has the same host and port as "
                              : " has the port of ")
                          + listener.name()
                          + "."));
    }
  }

  // What no controller can tell apart.
  private static boolean isSame(ApiGateway.Listener first, ApiGateway.Listener second) {
    return first.protocol().equals(second.protocol()) && first.hostname().equals(second.hostname());
  }

  private static boolean sameHost(ApiGateway.Listener first, ApiGateway.Listener second) {
    return first.protocol().equals(second.protocol())
        || (first.hostname().equals(second.hostname()) && !first.hostname().isEmpty());
  }
}
