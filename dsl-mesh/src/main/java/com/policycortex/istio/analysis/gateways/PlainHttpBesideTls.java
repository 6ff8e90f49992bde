package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A host that is served with TLS is served without it too. */
final class PlainHttpBesideTls extends Check<Gateway> {

  PlainHttpBesideTls() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.info("GW-PLAIN-HTTP-NO-REDIRECT", "A host is served without TLS as well")
            .meaning(
                "A Gateway has a server of protocol HTTP for a host that another of its servers"
                    + " serves with TLS, and the former does not redirect (httpsRedirect).")
            .why("Whoever types the host without https sends passwords and cookies in clear text.")
            .fix("Set tls.httpsRedirect: true in the HTTP server")
            .confidence(Confidence.POLICY));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    for (int i = 0; i < gateway.servers().size(); i++) {
      Server server = gateway.servers().get(i);
      boolean plain =
          server.port().protocol().toUpperCase(Locale.ROOT).startsWith("HTTP")
              && !server.port().protocol().equalsIgnoreCase("HTTPS")
              && !server.tls().flatMap(ServerTlsSettings::httpsRedirect).orElse(false);
      if (!plain) {
        continue;
      }
      Optional<String> host =
          server.hosts().stream().filter(name -> isServedWithTls(name, gateway)).findFirst();
      if (host.isPresent()) {
        List<Server> servers = new ArrayList<>(gateway.servers());
        servers.set(
            i,
            server.tls(
                server.tls().orElseGet(ServerTlsSettings::serverTlsSettings).httpsRedirect(true)));
        report
            .add(
                "spec.servers[" + i + "]",
                host.get() + " is served with TLS, and here without, and nobody is redirected.")
            .at(server)
            .repair(
                Repair.replace("Redirect to https", gateway.servers(servers))
                    .changes("requests without TLS are answered with 301"));
      }
    }
  }

  private static boolean isServedWithTls(String host, Gateway gateway) {
    return gateway.servers().stream()
        .anyMatch(
            server ->
                server.port().protocol().equalsIgnoreCase("HTTPS")
                    && server.hosts().contains(host));
  }
}
