package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Gateways;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.ServerHost;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two Gateways listen for the same host on the same port of the same pods. */
final class ServerConflict extends Check<Gateway> {

  ServerConflict() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.error("GW-SERVER-CONFLICT", "Two Gateways serve the same host and port")
            .meaning(
                "Another Gateway with the same selector, or one that asks for fewer labels, has a"
                    + " server with the same port and bind address and an overlapping host. Of two"
                    + " that terminate TLS only the one of the older Gateway is used; for plain"
                    + " HTTP the two are merged.")
            .why(
                "Which certificate and which TLS mode the host gets depends on which Gateway was"
                    + " created first.")
            .fix("Serve a host and port in one Gateway")
            .codes("IST0145", "KIA0301"));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    for (int i = 0; i < gateway.servers().size(); i++) {
      Server server = gateway.servers().get(i);
      for (Gateway other : candidates(server, gateway, mesh)) {
        Optional<String> host = common(server, gateway, other);
        if (host.isPresent()) {
          boolean tls = server.tls().flatMap(ServerTlsSettings::mode).isPresent();
          report
              .add(
                  "spec.servers[" + i + "].hosts",
                  "Port "
                      + server.port().number()
                      + " serves "
                      + host.get()
                      + " for Gateway "
                      + Names.qualified(other)
                      + " too, on the same pods.")
              .at(server)
              .severity(tls ? Severity.ERROR : Severity.WARNING)
              .related(other, "spec.servers", order(other, gateway));
          break;
        }
      }
    }
  }

  private static String order(Gateway other, Gateway gateway) {
    return Precedence.ORDER.compare(other, gateway) < 0
        ? "comes first: " + Precedence.reason(other, gateway)
        : "comes after it: " + Precedence.reason(gateway, other);
  }

  // The first of each host that comes before this one and has its selector; or one that asks for
  // fewer labels, wherever it comes, for it does not look for those that ask for more.
  private static List<Gateway> candidates(Server server, Gateway gateway, MeshView mesh) {
    List<Gateway> candidates = new ArrayList<>();
    for (ServerHost host : ServerHost.of(gateway, server)) {
      for (Gateway other : mesh.gateways().serving(server.port().number(), host.host())) {
        boolean same = other.selector().equals(gateway.selector());
        if (other != gateway
            && (same
                ? Precedence.ORDER.compare(other, gateway) < 0
                : Gateways.covers(other, gateway))
            && common(server, gateway, other).isPresent()) {
          candidates.add(other);
          break;
        }
      }
    }
    candidates.sort(Precedence.ORDER);
    return candidates;
  }

  private static Optional<String> common(Server server, Gateway gateway, Gateway other) {
    List<ServerHost> hosts = ServerHost.of(gateway, server);
    for (Server theirs : other.servers()) {
      if (theirs.port().number() != server.port().number()
          || !theirs.bind().orElse("").equals(server.bind().orElse(""))) {
        continue;
      }
      for (ServerHost mine : hosts) {
        for (ServerHost there : ServerHost.of(other, theirs)) {
          boolean sameNamespace =
              mine.namespace().isEmpty()
                  || there.namespace().isEmpty()
                  || mine.namespace().equals(there.namespace());
          if (sameNamespace && mine.host().equals(there.host())) {
            return Optional.of(mine.host());
          }
        }
      }
    }
    return Optional.empty();
  }
}
