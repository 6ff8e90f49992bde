package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import java.util.Locale;

/** A port that carries TLS everywhere is declared as HTTP. */
final class HttpOnTlsPort extends Check<ServiceEntry> {

  HttpOnTlsPort() {
    super(
        Subject.of(ServiceEntry.KIND),
        CheckInfo.error("SE-HTTP-ON-TLS-PORT", "Port 443 is declared as plain HTTP")
            .meaning(
                "A ServiceEntry declares port 443 as HTTP, HTTP2 or GRPC, and no DestinationRule"
                    + " makes the proxy speak TLS there, nor does a targetPort lead elsewhere.")
            .why(
                "The proxies' listener for 443 becomes one for plain HTTP: calls by https to every"
                    + " host that the mesh does not know fail as well.")
            .fix("Declare the protocol as HTTPS or TLS"));
  }

  @Override
  public void check(ServiceEntry entry, MeshView mesh, Report report) {
    for (int i = 0; i < entry.ports().size(); i++) {
      ServiceEntryPort port = entry.ports().get(i);
      boolean http =
          switch (port.protocol().orElse("").toUpperCase(Locale.ROOT)) {
            case "HTTP", "HTTP2", "GRPC" -> true;
            default -> false;
          };
      if (http && port.number() == 443 && port.targetPort().isEmpty() && !originates(entry, mesh)) {
        report
            .add(
                "spec.ports[" + i + "].protocol",
                "Port 443 carries TLS for everybody else: https calls to other hosts fail.")
            .at(port);
      }
    }
  }

  private static boolean originates(ServiceEntry entry, MeshView mesh) {
    return entry.hosts().stream()
        .anyMatch(
            host ->
                mesh.destinationRules().withHost(host).stream()
                    .anyMatch(rule -> rule.trafficPolicy().isPresent()));
  }
}
