package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Change;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import com.policycortex.istio.model.networking.TlsProtocolVersion;
import com.policycortex.istio.wire.JsonValue;
import java.util.Optional;

/** A server takes versions of TLS that nobody should use. */
final class TlsVersionOld extends Check<Gateway> {

  TlsVersionOld() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.warning("GW-TLS-WEAK", "A server takes an old version of TLS")
            .meaning("A server's tls has minProtocolVersion TLSV1_0 or TLSV1_1.")
            .why(
                "Both versions are forbidden by RFC 8996: connections can be read or changed by"
                    + " known attacks, and audits fail.")
            .fix("Leave minProtocolVersion out (TLS 1.2), or set TLSV1_2 or TLSV1_3"));
  }

  private static Change without(Change change, String tls) {
    Optional<JsonValue> most = change.at(tls + ".maxProtocolVersion");
    boolean above =
        most.isEmpty()
            || most.get().equals(JsonValue.of("TLSV1_2"))
            || most.get().equals(JsonValue.of("TLSV1_3"));
    return change.onlyIf(above).remove(tls + ".minProtocolVersion");
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    for (int i = 0; i < gateway.servers().size(); i++) {
      Server server = gateway.servers().get(i);
      Optional<TlsProtocolVersion> least =
          server.tls().flatMap(ServerTlsSettings::minProtocolVersion);
      if (least.equals(Optional.of(TlsProtocolVersion.TLSV1_0))
          || least.equals(Optional.of(TlsProtocolVersion.TLSV1_1))) {
        String tls = "spec.servers[" + i + "].tls";
        report
            .add(
                tls + ".minProtocolVersion",
                least.get() + " is taken from clients of " + server.hosts() + ".")
            .at(server)
            .repair("Take TLS 1.2 and newer", change -> without(change, tls))
            .changing("clients that know no newer TLS are refused");
      }
    }
  }
}
