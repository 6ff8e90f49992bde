package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryPort;

/** A ServiceEntry for bytes without an address takes all traffic of its port. */
final class EntryTakesAllOfPort extends Check<ServiceEntry> {

  EntryTakesAllOfPort() {
    super(
        Subject.of(ServiceEntry.KIND),
        CheckInfo.warning("SE-ADDRESS-REQUIRED", "A ServiceEntry takes all traffic of a port")
            .meaning(
                "A port of protocol TCP, or of none, belongs to a ServiceEntry without addresses."
                    + " A proxy can tell the host of such connections by their address only; with"
                    + " none given it listens on all of them. Proxies that allocate addresses"
                    + " themselves (ISTIO_META_DNS_CAPTURE) do without.")
            .why(
                "Connections to other hosts on that port go to this one's endpoints; of two such"
                    + " entries one works.")
            .fix("Give the ServiceEntry addresses, or declare the protocol (HTTP, TLS, …)")
            .confidence(Confidence.HEURISTIC)
            .codes("IST0134"));
  }

  @Override
  public void check(ServiceEntry entry, MeshView mesh, Report report) {
    if (!entry.addresses().isEmpty() || allocatesAddresses(mesh)) {
      return;
    }
    for (int i = 0; i < entry.ports().size(); i++) {
      ServiceEntryPort port = entry.ports().get(i);
      String protocol = port.protocol().orElse("");
      if (protocol.isEmpty() || protocol.equalsIgnoreCase("TCP")) {
        report
            .add(
                "spec.ports[" + i + "]",
                "All connections to port "
                    + port.number()
                    + " of hosts that proxies do not know go to "
                    + entry.hosts()
                    + ".")
            .at(port);
      }
    }
  }

  private static boolean allocatesAddresses(MeshView mesh) {
    return mesh.settings()
        .config()
        .defaultConfig()
        .map(config -> config.proxyMetadata())
        .filter(
            metadata ->
                "true".equals(metadata.get("ISTIO_META_DNS_AUTO_ALLOCATE"))
                    || "true".equals(metadata.get("ISTIO_META_DNS_CAPTURE")))
        .isPresent();
  }
}
