package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What proxies do with the ports of a ServiceEntry. */
final class EntryPorts {

  private EntryPorts() {}

  /** The port of the servers that a port leads to; empty where endpoints differ in it. */
  static OptionalLong target(ServiceEntry entry, ServiceEntryPort port) {
    long declared = port.targetPort().orElse(port.number());
    List<Long> targets =
        entry.endpoints().stream()
            .map(WorkloadEntrySpec::ports)
            .map(ports -> ports.getOrDefault(port.name(), declared))
            .distinct()
            .toList();
    return targets.isEmpty()
        ? OptionalLong.of(declared)
        : targets.size() == 1 ? OptionalLong.of(targets.get(0)) : OptionalLong.empty();
  }

  /** Whether a rule for the host, or for a wildcard over it, makes proxies speak TLS to a port. */
  static boolean originates(String host, long port, MeshView mesh) {
    return hosts(host).stream()
        .flatMap(name -> mesh.destinationRules().withHost(name).stream())
        .anyMatch(rule -> originates(rule, port));
  }

  private static boolean originates(DestinationRule rule, long port) {
    return rule.trafficPolicy().filter(policy -> speaksTls(policy, port)).isPresent()
        || rule.subsets().stream()
            .flatMap(subset -> subset.trafficPolicy().stream())
            .anyMatch(policy -> speaksTls(policy, port));
  }

  // The host, and the wildcards over it.
  private static List<String> hosts(String host) {
    List<String> hosts = new ArrayList<>(List.of(host, "*"));
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      hosts.add("*" + host.substring(dot));
    }
    return hosts;
  }

  private static boolean speaksTls(TrafficPolicy policy, long port) {
    return tls(policy, port)
        .flatMap(ClientTlsSettings::mode)
        .filter(mode -> mode != ClientTlsMode.DISABLE)
        .isPresent();
  }

  /** The TLS of a port: settings for a port are instead of the others, not beside them. */
  static Optional<ClientTlsSettings> tls(TrafficPolicy policy, long port) {
    for (PortTrafficPolicy own : policy.portLevelSettings()) {
      if (isFor(own, port)) {
        return own.tls();
      }
    }
    return policy.tls();
  }

  static boolean isFor(PortTrafficPolicy settings, long port) {
    return settings
        .port()
        .flatMap(selector -> selector.number())
        .filter(it -> it == port)
        .isPresent();
  }

  /** Whether a VirtualService sends plain requests to the port, for the proxy to encrypt. */
  static boolean isRoutedTo(String host, long port, MeshView mesh) {
    return mesh.virtualServices().routingTo(host).stream()
        .flatMap(service -> Destinations.of(service).stream())
        .filter(use -> use.use() == DestinationUse.Use.HTTP)
        .anyMatch(
            use ->
                use.destination().host().equals(host)
                    && use.destination().port().flatMap(it -> it.number()).orElse(port) == port);
  }

  /** Whether proxies speak TLS of their own to something that is not in the mesh. */
  static boolean isToOutside(ClientTlsSettings tls) {
    return tls.mode()
        .filter(mode -> mode == ClientTlsMode.SIMPLE || mode == ClientTlsMode.MUTUAL)
        .isPresent();
  }
}
