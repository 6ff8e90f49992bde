package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
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
                // 0 and nothing stand for the port's own number.
                if (target instanceof IntOrString.PortNumber number
                    && number.value() != 0
                    && !NumberRules.isPort(number.value())) {
                  report.add("targetPort", "Port " + number.value() + " is outside 1 to 65535");
                }
                if (target instanceof IntOrString.PortName name
                    && !name.value().isEmpty()
                    && !isPortName(name.value())) {
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
              (service, report) -> {
                if (!MetadataRules.areLabels(service.selector())) {
                  report.add("selector", "Not all of these are labels: " + service.selector());
                }
              })
          .error(
              "SVC-EXTERNAL-NAME",
              Gate.API_SERVER,
              "Write externalName, a DNS name in lower case",
              (service, report) -> {
                String name = service.externalName().orElse("");
                if (service.type().orElse(ServiceType.ClusterIP) == ServiceType.ExternalName
                    && !DnsNames.isRfc1123Subdomain(withoutDot(name))) {
                  report.add("externalName", Text.quote(name) + " is not a DNS name");
                }
              })
          .error(
              "SVC-NODEPORT-TYPE",
              Gate.API_SERVER,
              "Write the type NodePort or LoadBalancer, or remove nodePort",
              (service, report) -> {
                ServiceType type = service.type().orElse(ServiceType.ClusterIP);
                boolean none = type == ServiceType.ClusterIP || type == ServiceType.ExternalName;
                for (int i = 0; none && i < service.ports().size(); i++) {
                  if (service.ports().get(i).nodePort().orElse(0) != 0) {
                    report.add("ports[" + i + "].nodePort", type + " has no ports of nodes");
                  }
                }
              })
          .error(
              "SVC-ADDRESS",
              Gate.API_SERVER,
              "Write an IP, or a network for loadBalancerSourceRanges",
              (service, report) -> {
                String own = service.clusterIp().orElse("");
                if (!own.isEmpty() && !own.equals("None") && !IpAddresses.isAddress(own)) {
                  report.add("clusterIP", Text.quote(own) + " is not an IP");
                }
                for (int i = 0; i < service.externalIps().size(); i++) {
                  String ip = service.externalIps().get(i);
                  if (!IpAddresses.isAddress(ip) || ip.indexOf('%') >= 0) {
                    report.add("externalIPs[" + i + "]", Text.quote(ip) + " is not an IP");
                  } else if (IpAddresses.isSpecial(ip)) {
                    report.add(
                        "externalIPs[" + i + "]",
                        ip + " is unspecified, of a loopback or of a link, which nobody can route");
                  }
                }
                for (int i = 0; i < service.loadBalancerSourceRanges().size(); i++) {
                  if (!IpAddresses.isPrefix(service.loadBalancerSourceRanges().get(i).strip())) {
                    report.add(
                        "loadBalancerSourceRanges[" + i + "]",
                        Text.quote(service.loadBalancerSourceRanges().get(i))
                            + " is not a network");
                  }
                }
              })
          .rules(ServiceTypeRules.ALL)
          .each("ports", Service::ports, PORT)
          .build();

  private ServiceRules() {}

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

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
