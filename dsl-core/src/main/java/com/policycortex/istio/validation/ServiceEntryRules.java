package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryLocation;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import com.policycortex.istio.model.networking.ServiceEntryResolution;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** ServiceEntries: hosts, ports and endpoints by how they are resolved. */
final class ServiceEntryRules {

  private static final int LIST = 256;
  private static final int ADDRESS = 64;

  private static final RuleSet<ServiceEntryPort> PORT =
      RuleSet.of(ServiceEntryPort.class)
          .error(
              "SE-PORT-NAME",
              Gate.ISTIOD,
              "Write letters, digits and '-', at most 63",
              (port, report) -> {
                String problem = DnsNames.problemWithLabel(port.name());
                if (problem != null) {
                  report.add("name", problem);
                }
              })
          .error(
              "SE-PORT-PROTOCOL",
              Gate.ISTIOD,
              "Write HTTP, HTTPS, HTTP2, GRPC, TLS, TCP, MONGO, MYSQL, REDIS or UDP",
              (port, report) -> {
                String protocol = port.protocol().orElse("");
                if (!protocol.isEmpty() && !Protocols.isKnown(protocol)) {
                  report.add(
                      "protocol", Text.quote(protocol) + " is not a protocol that Istio knows");
                }
              })
          .rule(
              NumberRules.port(
                  "SE-PORT-NUMBER", Gate.BOTH, "number", port -> Optional.of(port.number())))
          .error(
              "SE-PORT-TARGET",
              Gate.BOTH,
              "Write a port from 1 to 65535, or leave the field out",
              (port, report) -> {
                long target = port.targetPort().orElse(1L);
                if (!NumberRules.isPort(target)) {
                  Gate gate = target == 0 ? Gate.API_SERVER : Gate.BOTH;
                  report.add(gate, "targetPort", "Port " + target + " is outside 1 to 65535");
                }
              })
          .error(
              "SE-PORT-TEXT-LONG",
              Gate.API_SERVER,
              "Write at most 256 characters",
              (port, report) -> {
                if (Text.length(port.name()) > LIST
                    || Text.length(port.protocol().orElse("")) > LIST) {
                  report.add("", "The name or protocol is longer than 256 characters");
                }
              })
          .build();

  private static final RuleSet<WorkloadRules.Workload> STATIC_ENDPOINT =
      RuleSet.of(WorkloadRules.Workload.class)
          .error(
              "SE-STATIC-ADDRESS",
              Gate.ISTIOD,
              "Write an IP or unix://, or the resolution DNS",
              (workload, report) -> {
                if (isStatic(report)
                    && !workload.address().isEmpty()
                    && !workload.isUnix()
                    && !IpAddresses.isAddress(workload.address())) {
                  report.add(
                      "address",
                      Text.quote(workload.address()) + " is not an IP, as STATIC needs it");
                }
              })
          .error(
              "SE-STATIC-UNIX-PORT",
              Gate.ISTIOD,
              "Write exactly one port",
              (workload, report) -> {
                if (isStatic(report) && workload.isUnix() && portNames(report) != 1) {
                  report.add("address", "A Unix socket serves exactly one port");
                }
              })
          .warning(
              "WE-ADDRESS-NETWORK-ONLY",
              Gate.ISTIOD,
              "Write address, unless the network's gateway is meant",
              (workload, report) -> {
                if (isStatic(report)) {
                  WorkloadRules.NETWORK_ONLY.check().check(workload, report);
                }
              })
          .build();

  private static final RuleSet<WorkloadRules.Workload> DNS_ENDPOINT =
      RuleSet.of(WorkloadRules.Workload.class)
          .error(
              "SE-DNS-ENDPOINT-ADDRESS",
              Gate.ISTIOD,
              "Write an IP or a DNS name",
              (workload, report) -> {
                if (isDns(entry(report)) && !IpAddresses.isAddress(workload.address())) {
                  String problem = DnsNames.problemWithFqdn(workload.address());
                  if (problem != null) {
                    report.add("address", problem);
                  }
                }
              })
          .build();

  private static final RuleSet<WorkloadEntrySpec> ENDPOINT =
      RuleSet.of(WorkloadEntrySpec.class)
          .rule(NumberRules.uint32("SE-UINT32", "weight", WorkloadEntrySpec::weight))
          .error(
              "SE-ENDPOINT-TEXT-LONG",
              Gate.API_SERVER,
              "Write at most 2048 characters, 253 for a service account",
              (endpoint, report) ->
                  WorkloadRules.texts(
                      endpoint.locality(), endpoint.network(), endpoint.serviceAccount(), report))
          .error(
              "SE-ENDPOINT-PORT-UNKNOWN",
              Gate.ISTIOD,
              "Write the name of one of the ServiceEntry's ports",
              ServiceEntryRules::unknownPorts)
          .always("", WorkloadRules.Workload::of, STATIC_ENDPOINT)
          .always("", WorkloadRules.Workload::of, DNS_ENDPOINT)
          .always("", WorkloadRules.Workload::of, WorkloadRules.PLACED)
          .build();

  static final RuleSet<ServiceEntry> RULES =
      RuleSet.of(ServiceEntry.class)
          .error(
              "SE-SELECTOR-ENDPOINTS",
              Gate.BOTH,
              "Keep one of workloadSelector and endpoints",
              (entry, report) -> {
                if (entry.workloadSelector().isPresent() && hasEndpoints(entry)) {
                  report.add(
                      entry.endpoints().isEmpty() ? Gate.API_SERVER : Gate.BOTH,
                      "endpoints",
                      "There are both a workloadSelector and endpoints");
                }
              })
          .error(
              "SE-HOSTS-EMPTY",
              Gate.BOTH,
              "Write hosts",
              (entry, report) -> {
                if (entry.hosts().isEmpty()) {
                  report.add("hosts", "The ServiceEntry names no hosts");
                }
              })
          .error(
              "SE-LIST-MAX",
              Gate.API_SERVER,
              "Write at most 256 (4096 endpoints), and split the rest off",
              (entry, report) -> {
                atMost("hosts", entry.hosts(), LIST, report);
                atMost("addresses", entry.addresses(), LIST, report);
                atMost("ports", entry.ports(), LIST, report);
                atMost("endpoints", entry.endpoints(), 4096, report);
              })
          .error(
              "SE-HOST-STAR",
              Gate.BOTH,
              "Name the host, or write a wildcard such as *.example.com",
              (entry, report) -> {
                int star = entry.hosts().indexOf("*");
                if (star >= 0) {
                  report.add("hosts[" + star + "]", "A ServiceEntry cannot stand for every host");
                }
              })
          .error(
              "SE-HOST",
              Gate.ISTIOD,
              "Write a DNS name or a wildcard such as *.example.com",
              (entry, report) -> {
                for (int i = 0; i < entry.hosts().size(); i++) {
                  String problem = DnsNames.problemWithWildcardDomain(entry.hosts().get(i));
                  if (problem != null) {
                    report.add("hosts[" + i + "]", problem);
                  }
                }
              })
          .warning(
              "SE-HOST-PARTIAL",
              Gate.ISTIOD,
              "Write a wildcard such as *.example.com",
              (entry, report) -> {
                for (int i = 0; i < entry.hosts().size(); i++) {
                  if (DnsNames.isPartialWildcard(entry.hosts().get(i))
                      && resolution(entry) != ServiceEntryResolution.DYNAMIC_DNS) {
                    report.add(
                        "hosts[" + i + "]",
                        Text.quote(entry.hosts().get(i)) + " is a wildcard within a part");
                  }
                }
              })
          .error(
              "SE-ADDRESS",
              Gate.ISTIOD,
              "Write an IP or a network such as 10.0.0.0/8",
              (entry, report) -> {
                for (int i = 0; i < entry.addresses().size(); i++) {
                  String address = entry.addresses().get(i);
                  boolean tooLong = Text.length(address) > ADDRESS;
                  if (!IpAddresses.isSubnet(address) || tooLong) {
                    report.add(
                        IpAddresses.isSubnet(address)
                            ? Gate.API_SERVER
                            : tooLong ? Gate.BOTH : Gate.ISTIOD,
                        "addresses[" + i + "]",
                        Text.quote(address) + " is neither an IP nor a network");
                  }
                }
              })
          .error(
              "SE-ADDRESS-CIDR",
              Gate.BOTH,
              "Write single IPs, or the resolution NONE or STATIC",
              (entry, report) -> {
                ServiceEntryResolution resolution = resolution(entry);
                for (int i = 0; i < entry.addresses().size(); i++) {
                  if (entry.addresses().get(i).indexOf('/') >= 0
                      && resolution != ServiceEntryResolution.NONE
                      && resolution != ServiceEntryResolution.STATIC) {
                    report.add(
                        "addresses[" + i + "]", "With " + resolution + " there are no networks");
                  }
                }
              })
          .error(
              "SE-PORT-NAME-DUP",
              Gate.BOTH,
              "Give each port a name of its own",
              (entry, report) ->
                  Duplicates.check(
                      entry.ports(),
                      ServiceEntryPort::name,
                      "ports",
                      "name",
                      "There are two ports named ",
                      report))
          .error(
              "SE-PORT-NUMBER-DUP",
              Gate.BOTH,
              "Give each port a number of its own",
              (entry, report) ->
                  Duplicates.check(
                      entry.ports(),
                      ServiceEntryPort::number,
                      "ports",
                      "number",
                      "There are two ports ",
                      report))
          .warning(
              "SE-TCP-NO-ADDRESS",
              Gate.ISTIOD,
              "Write addresses, or a resolution: otherwise all traffic on the port is taken",
              (entry, report) -> {
                if (!entry.addresses().isEmpty() || allocatesAddress(entry)) {
                  return;
                }
                for (int i = 0; i < entry.ports().size(); i++) {
                  String protocol = entry.ports().get(i).protocol().orElse("");
                  if (protocol.isEmpty() || protocol.equals("TCP")) {
                    report.add("ports[" + i + "]", "TCP without addresses takes every destination");
                  }
                }
              })
          .error(
              "SE-NONE-ENDPOINTS",
              Gate.BOTH,
              "Write the resolution STATIC or DNS, or remove endpoints",
              (entry, report) -> {
                if (resolution(entry) == ServiceEntryResolution.NONE && hasEndpoints(entry)) {
                  report.add(
                      entry.endpoints().isEmpty() ? Gate.API_SERVER : Gate.BOTH,
                      "endpoints",
                      "With the resolution NONE there are no endpoints, not even []");
                }
              })
          .warning(
              "SE-NONE-SELECTOR",
              Gate.ISTIOD,
              "Write the resolution STATIC or DNS, or remove workloadSelector",
              (entry, report) -> {
                if (resolution(entry) == ServiceEntryResolution.NONE
                    && entry.workloadSelector().isPresent()) {
                  report.add("workloadSelector", "With the resolution NONE it selects nothing");
                }
              })
          .error(
              "SE-DNS-HOST-FQDN",
              Gate.ISTIOD,
              "Write endpoints, or hosts without wildcard",
              (entry, report) -> {
                if (isDns(entry) && entry.endpoints().isEmpty()) {
                  for (int i = 0; i < entry.hosts().size(); i++) {
                    String problem = DnsNames.problemWithFqdn(entry.hosts().get(i));
                    if (problem != null) {
                      report.add(
                          "hosts[" + i + "]",
                          Text.quote(entry.hosts().get(i)) + " cannot be looked up in DNS");
                    }
                  }
                }
              })
          .error(
              "SE-DNSRR-ENDPOINTS",
              Gate.BOTH,
              "Write one endpoint, or the resolution DNS",
              (entry, report) -> {
                if (resolution(entry) == ServiceEntryResolution.DNS_ROUND_ROBIN
                    && entry.endpoints().size() > 1) {
                  report.add("endpoints", "DNS_ROUND_ROBIN takes one endpoint");
                }
              })
          .warning(
              "SE-DNS-MULTIHOST-TCP",
              Gate.ISTIOD,
              "Write one ServiceEntry for each host",
              (entry, report) -> {
                if (isDns(entry)
                    && !entry.addresses().isEmpty()
                    && entry.hosts().size() > 1
                    && hasPort(entry, Protocols::isTcp)) {
                  report.add("hosts", "Hosts cannot be told apart on a TCP port");
                }
              })
          .error(
              "SE-DYN-HOST-WILDCARD",
              Gate.ISTIOD,
              "Write hosts that start with '*', or the resolution DNS",
              (entry, report) -> {
                if (isDynamic(entry)) {
                  for (int i = 0; i < entry.hosts().size(); i++) {
                    if (!Hosts.isWildcard(entry.hosts().get(i))) {
                      report.add(
                          "hosts[" + i + "]",
                          "DYNAMIC_DNS is for wildcards, not " + Text.quote(entry.hosts().get(i)));
                    }
                  }
                }
              })
          .error(
              "SE-DYN-ADDRESSES",
              Gate.ISTIOD,
              "Remove addresses",
              (entry, report) -> {
                if (isDynamic(entry) && !entry.addresses().isEmpty()) {
                  report.add("addresses", "DYNAMIC_DNS takes no addresses");
                }
              })
          .error(
              "SE-DYN-ENDPOINTS",
              Gate.ISTIOD,
              "Remove endpoints",
              (entry, report) -> {
                if (isDynamic(entry) && !entry.endpoints().isEmpty()) {
                  report.add("endpoints", "DYNAMIC_DNS takes no endpoints");
                }
              })
          .error(
              "SE-DYN-PROTOCOL",
              Gate.ISTIOD,
              "Write HTTP, HTTP2, GRPC or TLS",
              (entry, report) -> {
                for (int i = 0; isDynamic(entry) && i < entry.ports().size(); i++) {
                  String protocol = entry.ports().get(i).protocol().orElse("");
                  switch (protocol.toLowerCase(Locale.ROOT)) {
                    case "http", "http2", "grpc", "tls" -> {}
                    default ->
                        report.add(
                            "ports[" + i + "].protocol",
                            "DYNAMIC_DNS cannot tell hosts apart in " + Text.quote(protocol));
                  }
                }
              })
          .error(
              "SE-DYN-WAYPOINT",
              Gate.ISTIOD,
              "Write the location MESH_EXTERNAL, or remove the label",
              (entry, report) -> {
                String waypoint =
                    entry.metadata().labels().getOrDefault("istio.io/use-waypoint", "");
                if (isDynamic(entry)
                    && entry.location().orElse(ServiceEntryLocation.MESH_EXTERNAL)
                        == ServiceEntryLocation.MESH_INTERNAL
                    && !waypoint.isEmpty()
                    && !waypoint.equalsIgnoreCase("none")) {
                  report.add("location", "DYNAMIC_DNS within the mesh goes through no waypoint");
                }
              })
          .error(
              "SE-MULTIHOST-TCP",
              Gate.ISTIOD,
              "Write one ServiceEntry for each host, or ports of HTTP or TLS",
              (entry, report) -> {
                if (resolution(entry) != ServiceEntryResolution.NONE
                    && entry.hosts().size() > 1
                    && hasPort(entry, p -> !Protocols.isHttp(p) && !Protocols.isTls(p))) {
                  report.add("hosts", "Hosts cannot be told apart on a port without HTTP or TLS");
                }
              })
          .rules(ExportToRules.of(ServiceEntry::exportTo, true))
          .each("ports", ServiceEntry::ports, PORT)
          .each("endpoints", ServiceEntry::endpoints, ENDPOINT)
          .part("workloadSelector", ServiceEntry::workloadSelector, SelectorRules.LABELS_ONLY)
          .build();

  private ServiceEntryRules() {}

  private static boolean hasEndpoints(ServiceEntry entry) {
    return !entry.endpoints().isEmpty() || entry.isExplicitlyEmpty("endpoints");
  }

  private static ServiceEntry entry(Report report) {
    return report.manifest(ServiceEntry.class);
  }

  private static ServiceEntryResolution resolution(ServiceEntry entry) {
    return entry.resolution().orElse(ServiceEntryResolution.NONE);
  }

  private static boolean isStatic(Report report) {
    return resolution(entry(report)) == ServiceEntryResolution.STATIC;
  }

  private static boolean isDns(ServiceEntry entry) {
    return resolution(entry) == ServiceEntryResolution.DNS
        || resolution(entry) == ServiceEntryResolution.DNS_ROUND_ROBIN;
  }

  private static boolean isDynamic(ServiceEntry entry) {
    return resolution(entry) == ServiceEntryResolution.DYNAMIC_DNS;
  }

  private static boolean allocatesAddress(ServiceEntry entry) {
    String label =
        entry.metadata().labels().getOrDefault("networking.istio.io/enable-autoallocate-ip", "");
    return resolution(entry) != ServiceEntryResolution.NONE && !label.equalsIgnoreCase("false");
  }

  private static boolean hasPort(ServiceEntry entry, Predicate<String> protocol) {
    for (ServiceEntryPort port : entry.ports()) {
      if (protocol.test(port.protocol().orElse(""))) {
        return true;
      }
    }
    return false;
  }

  private static int portNames(Report report) {
    Set<String> names = new HashSet<>();
    for (ServiceEntryPort port : entry(report).ports()) {
      names.add(port.name());
    }
    return names.size();
  }

  private static void unknownPorts(WorkloadEntrySpec endpoint, Report report) {
    if (!isStatic(report) && !isDns(entry(report))) {
      return;
    }
    for (String name : endpoint.ports().keySet()) {
      boolean known = false;
      for (ServiceEntryPort port : entry(report).ports()) {
        known |= port.name().equals(name);
      }
      if (!known) {
        report.add("ports[" + name + "]", "The ServiceEntry has no port named " + Text.quote(name));
      }
    }
  }

  private static void atMost(String field, List<?> list, int maximum, Report report) {
    if (list.size() > maximum) {
      report.add(field, list.size() + " entries, more than " + maximum);
    }
  }
}
