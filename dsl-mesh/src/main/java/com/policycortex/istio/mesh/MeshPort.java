package com.policycortex.istio.mesh;

import com.policycortex.istio.model.kubernetes.ContainerPort;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.PortProtocol;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import java.util.Optional;

/**
 * A port of a service.
 *
 * @param number the number that clients use
 * @param name its name; empty where it has none
 * @param protocol what proxies take its traffic for
 * @param targetPort the port of the workload; absent means {@link #number()}
 */
public record MeshPort(
    long number, String name, Protocol protocol, Optional<IntOrString> targetPort) {

  static MeshPort of(ServicePort port) {
    String name = port.name().orElse("");
    Protocol protocol =
        port.protocol().orElse(PortProtocol.TCP) == PortProtocol.TCP
            ? Protocol.of(port.port(), name, port.appProtocol())
            : Protocol.UDP;
    return new MeshPort(port.port(), name, protocol, port.targetPort());
  }

  static MeshPort of(ServiceEntryPort port) {
    return new MeshPort(
        port.number(),
        port.name(),
        Protocol.parse(port.protocol().orElse("")),
        port.targetPort().map(number -> IntOrString.number(number.intValue())));
  }

  /**
   * The port of a workload that it leads to: a name is looked for among the ports of its
   * containers. The number itself if nothing else is said, and 0 if there is no port of the name.
   */
  public long target(Workload workload) {
    IntOrString target = targetPort.orElse(null);
    if (target instanceof IntOrString.PortNumber port) {
      return port.value() == 0 ? number : port.value();
    }
    if (target instanceof IntOrString.PortName port) {
      return workload.ports().stream()
          .filter(named -> named.name().equals(Optional.of(port.value())))
          .mapToLong(ContainerPort::port)
          .findFirst()
          .orElse(0);
    }
    return number;
  }

  /** {@code 80 http}. */
  @Override
  public String toString() {
    return (number + " " + name).strip();
  }
}
