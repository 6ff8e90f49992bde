package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.Optional;

/** A server has hosts for which there are no routes. */
final class ServerUnused extends Check<Gateway> {

  ServerUnused() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.info("GW-ORPHAN", "Nothing is routed from a server's hosts")
            .meaning(
                "No VirtualService that is bound to the Gateway has a host of the server, and the"
                    + " server does not only redirect to https.")
            .why("The port is open and answers 404: nobody uses it, or its routes are elsewhere.")
            .fix("Bind a VirtualService to the Gateway, or remove the server")
            .needs(Need.GATEWAYS));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    for (int i = 0; i < gateway.servers().size(); i++) {
      Server server = gateway.servers().get(i);
      boolean needsNoRoutes =
          server.tls().flatMap(ServerTlsSettings::httpsRedirect).orElse(false)
              || server
                  .tls()
                  .flatMap(ServerTlsSettings::mode)
                  .equals(Optional.of(ServerTlsMode.AUTO_PASSTHROUGH));
      if (!needsNoRoutes && mesh.gateways().served(gateway, server).isEmpty()) {
        report
            .add(
                "spec.servers[" + i + "].hosts",
                "No VirtualService has routes for "
                    + server.hosts()
                    + " on port "
                    + server.port().number()
                    + ".")
            .at(server);
      }
    }
  }
}
