package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryLocation;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import com.policycortex.istio.model.networking.ServiceEntryResolution;
import java.util.Locale;
import java.util.OptionalLong;

/** A port that carries TLS everywhere is declared as HTTP. */
final class HttpOnTlsPort extends Check<ServiceEntry> {

  HttpOnTlsPort() {
    super(
        Subject.of(ServiceEntry.KIND),
        CheckInfo.error("SE-HTTP-ON-TLS-PORT", "Port 443 is declared as plain HTTP")
            .meaning(
                "A ServiceEntry declares port 443 as HTTP, HTTP2 or GRPC, and no DestinationRule"
                    + " makes the proxy speak TLS there, nor does a targetPort lead elsewhere. A"
                    + " warning, if another port leads to port 443 of servers outside the mesh, and"
                    + " no DestinationRule makes the proxy speak TLS.")
            .why(
                "The proxies' listener for 443 becomes one for plain HTTP: calls by https to every"
                    + " host that the mesh does not know fail as well. A server that expects TLS"
                    + " answers plain HTTP with 400, or closes the connection.")
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
      if (!http || originates(entry, port.number(), mesh)) {
        continue;
      }
      if (port.number() == 443 && port.targetPort().isEmpty()) {
        report
            .add(
                "spec.ports[" + i + "].protocol",
                "Port 443 carries TLS for everybody else: https calls to other hosts fail.")
            .at(port);
      } else if (leadsToTls(entry, port) && isUsed(entry, port.number(), mesh)) {
        String place = port.targetPort().isPresent() ? "targetPort" : "number";
        report
            .add(
                "spec.ports[" + i + "]." + place,
                "Proxies send plain HTTP to port 443 of "
                    + String.join(", ", entry.hosts())
                    + ": no DestinationRule makes them speak TLS for port "
                    + port.number()
                    + ".")
            .at(port)
            .severity(Severity.WARNING)
            .hint(
                "Add tls: {mode: SIMPLE} for port "
                    + port.number()
                    + " to a DestinationRule for the host");
      }
    }
  }

  private static boolean leadsToTls(ServiceEntry entry, ServiceEntryPort port) {
    OptionalLong target = EntryPorts.target(entry, port);
    return entry.location().orElse(ServiceEntryLocation.MESH_EXTERNAL)
            == ServiceEntryLocation.MESH_EXTERNAL
        && entry.resolution().orElse(ServiceEntryResolution.NONE) != ServiceEntryResolution.NONE
        && target.isPresent()
        && target.getAsLong() == 443;
  }

  // Where VirtualServices send all requests elsewhere, to an egress gateway say, none gets there.
  private static boolean isUsed(ServiceEntry entry, long port, MeshView mesh) {
    return entry.hosts().stream()
        .anyMatch(
            host ->
                mesh.virtualServices().withHost(host).isEmpty()
                    || EntryPorts.isRoutedTo(host, port, mesh));
  }

  private static boolean originates(ServiceEntry entry, long port, MeshView mesh) {
    return entry.hosts().stream().anyMatch(host -> EntryPorts.originates(host, port, mesh));
  }
}
