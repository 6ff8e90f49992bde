package com.policycortex.istio.validation;

import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.PortProtocol;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.model.kubernetes.ServiceType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kubernetes' Services: names and ports. */
final class ServiceRules {

  private static final int PORT_NAME = 15;

  private static final RuleSet<ServicePort> PORT =
      RuleSet.of(ServicePort.class)
          .rule(
              NumberRules.port(
                  "SVC-PORT", Gate.API_SERVER, "port", port -> Optional.of(port.port())))
          .error(
              "SVC-PORT-NAME",
              Gate.API_SERVER,
              "Write lower-case letters, digits and '-', at most 63",
              (port, report) -> {
                if (Text.isSet(port.name()) && !DnsNames.isRfc1123Label(port.name().get())) {
                  report.add("name", Text.quote(port.name().get()) + " is not the name of a port");
                }
              })
          .error(
              "SVC-TARGETPORT",
              Gate.API_SERVER,
              "Write a port from 1 to 65535, or the name of a container's port",
              (port, report) -> {
                IntOrString target = port.targetPort().orElse(null);
                if (target instanceof IntOrString.PortNumber number
                    && !NumberRules.isPort(number.value())) {
                  report.add("targetPort", "Port " + number.value() + " is outside 1 to 65535");
                }
                if (target instanceof IntOrString.PortName name && !isPortName(name.value())) {
                  report.add("targetPort", Text.quote(name.value()) + " is not the name of a port");
                }
              })
          .error(
              "SVC-NODEPORT",
              Gate.API_SERVER,
              "Write a port from 1 to 65535",
              (port, report) -> {
                int node = port.nodePort().orElse(0);
                if (node != 0 && !NumberRules.isPort(node)) {
                  report.add("nodePort", "Port " + node + " is outside 1 to 65535");
                }
              })
          .build();

  static final RuleSet<Service> RULES =
      RuleSet.of(Service.class)
          .error(
              "SVC-PORTS-REQUIRED",
              Gate.API_SERVER,
              "Write ports, or clusterIP: None",
              (service, report) -> {
                boolean needed =
                    !service.type().orElse(ServiceType.ClusterIP).equals(ServiceType.ExternalName)
                        && !service.clusterIp().orElse("").equals("None");
                if (needed && service.ports().isEmpty()) {
                  report.add("ports", "The Service has no ports");
                }
              })
          .error(
              "SVC-PORT-NAMES",
              Gate.API_SERVER,
              "Give each port a name of its own",
              (service, report) -> {
                Set<String> seen = new HashSet<>();
                for (int i = 0; service.ports().size() > 1 && i < service.ports().size(); i++) {
                  String name = service.ports().get(i).name().orElse("");
                  if (name.isEmpty() || !seen.add(name)) {
                    report.add(
                        "ports[" + i + "].name",
                        name.isEmpty()
                            ? "With several ports each has a name"
                            : "There are two ports named " + Text.quote(name));
                  }
                }
              })
          .error(
              "SVC-PORT-DUP",
              Gate.API_SERVER,
              "Give each port a number of its own",
              (service, report) -> {
                Set<Object> seen = new HashSet<>();
                for (int i = 0; service.ports().size() > 1 && i < service.ports().size(); i++) {
                  ServicePort port = service.ports().get(i);
                  if (!seen.add(List.of(port.port(), port.protocol().orElse(PortProtocol.TCP)))) {
                    report.add("ports[" + i + "].port", "There are two ports " + port.port());
                  }
                }
              })
          .error(
              "SVC-SELECTOR",
              Gate.API_SERVER,
              "Write labels as Kubernetes takes them",
              (service, report) -> Labels.check("selector", service.selector(), report))
          .each("ports", Service::ports, PORT)
          .build();

  private ServiceRules() {}

  /** A port's name as containers have it: at most 15 characters with a letter among them. */
  static boolean isPortName(String name) {
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      letter |= Text.isLetter(name.charAt(i));
    }
    return letter
        && name.length() <= PORT_NAME
        && DnsNames.isRfc1123Label(name)
        && !name.contains("--");
  }
}
