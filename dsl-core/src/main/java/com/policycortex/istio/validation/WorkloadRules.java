package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryResolution;
import com.policycortex.istio.model.networking.WorkloadEntry;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import com.policycortex.istio.model.networking.WorkloadGroup;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Workloads outside Kubernetes: WorkloadEntries and the endpoints of ServiceEntries. */
final class WorkloadRules {

  private static final int ADDRESS = 256;
  private static final int PORTS = 128;
  private static final int PORT_NAME = 63;

  /** The fields that a WorkloadEntry and an endpoint have in common. */
  record Workload(
      String address,
      String network,
      boolean placed,
      Map<String, Long> ports,
      boolean noPorts,
      Map<String, String> labels) {

    static Workload of(WorkloadEntry entry) {
      return new Workload(
          entry.address().orElse(""),
          entry.network().orElse(""),
          entry.address().isPresent() || entry.network().isPresent(),
          entry.ports(),
          entry.isExplicitlyEmpty("ports"),
          entry.labels());
    }

    static Workload of(WorkloadEntrySpec entry) {
      return new Workload(
          entry.address().orElse(""),
          entry.network().orElse(""),
          entry.address().isPresent() || entry.network().isPresent(),
          entry.ports(),
          entry.isExplicitlyEmpty("ports"),
          entry.labels());
    }

    boolean isUnix() {
      return UnixAddresses.isUnix(address);
    }
  }

  /** What the schema demands wherever a workload is described. */
  static final RuleSet<Workload> SCHEMA =
      RuleSet.of(Workload.class)
          .error(
              "WE-UNIX-PORTS",
              Gate.BOTH,
              "Remove ports",
              (workload, report) -> {
                if (workload.isUnix() && !workload.ports().isEmpty()) {
                  report.add(judges(report), "ports", "A Unix socket has no ports");
                } else if (workload.isUnix() && workload.noPorts()) {
                  report.add(Gate.API_SERVER, "ports", "A Unix socket has no ports, not even {}");
                }
              })
          .error(
              "WE-ADDRESS-UNIX",
              Gate.BOTH,
              "Write unix:///path or unix://@name",
              (workload, report) -> {
                if (workload.isUnix() && !isUnixAddress(workload.address())) {
                  report.add(
                      UnixAddresses.isGood(workload.address()) ? Gate.API_SERVER : judges(report),
                      "address",
                      Text.quote(workload.address()) + " is not the address of a Unix socket");
                }
              })
          .error(
              "WE-ADDRESS-LONG",
              Gate.API_SERVER,
              "Write at most 256 characters",
              (workload, report) -> {
                if (Text.length(workload.address()) > ADDRESS) {
                  report.add("address", "The address is longer than 256 characters");
                }
              })
          .error(
              "WE-PORT-NAME",
              Gate.BOTH,
              "Write letters, digits and '-', fewer than 63",
              (workload, report) -> {
                for (String name : workload.ports().keySet()) {
                  if (!DnsNames.isLabel(name) || name.length() >= PORT_NAME) {
                    report.add(
                        DnsNames.isLabel(name) ? Gate.API_SERVER : judges(report),
                        "ports[" + name + "]",
                        Text.quote(name) + " is not the name of a port");
                  }
                }
              })
          .error(
              "WE-PORT-NUMBER",
              Gate.BOTH,
              "Write a port from 1 to 65535",
              (workload, report) -> {
                for (Map.Entry<String, Long> port : workload.ports().entrySet()) {
                  if (!NumberRules.isPort(port.getValue())) {
                    report.add(
                        judges(report),
                        "ports[" + port.getKey() + "]",
                        "Port " + port.getValue() + " is outside 1 to 65535");
                  }
                }
              })
          .error(
              "WE-PORTS-MAX",
              Gate.API_SERVER,
              "Write at most 128 ports",
              (workload, report) -> {
                if (workload.ports().size() > PORTS) {
                  report.add("ports", workload.ports().size() + " ports, more than " + PORTS);
                }
              })
          .error(
              "WE-LABELS-MAX",
              Gate.API_SERVER,
              "Write at most 256 labels",
              (workload, report) -> {
                if (workload.labels().size() > 256) {
                  report.add("labels", workload.labels().size() + " labels, more than 256");
                }
              })
          .build();

  /** What must hold for something that is there, not a template. */
  static final RuleSet<Workload> PLACED =
      RuleSet.of(Workload.class)
          .error(
              "WE-ADDRESS-REQUIRED",
              Gate.BOTH,
              "Write address, or network",
              (workload, report) -> {
                if (workload.address().isEmpty() && workload.network().isEmpty()) {
                  Gate gate = workload.placed() ? Gate.ISTIOD : Gate.BOTH;
                  report.add(gate, "address", "There is neither address nor network");
                }
              })
          .error(
              "WE-LABELS",
              Gate.ISTIOD,
              "Write labels as Kubernetes takes them",
              (workload, report) -> Labels.check("labels", workload.labels(), report))
          .always("", Function.identity(), SCHEMA)
          .build();

  /** An address may be missing where the network is known. */
  static final Rule<Workload> NETWORK_ONLY =
      Rule.warning(
          "WE-ADDRESS-NETWORK-ONLY",
          Gate.ISTIOD,
          "Write address, unless the network's gateway is meant",
          (workload, report) -> {
            if (workload.address().isEmpty() && !workload.network().isEmpty()) {
              report.add("address", "Without address, traffic goes to the network's gateway");
            }
          });

  private static final RuleSet<Workload> STANDALONE =
      RuleSet.of(Workload.class)
          .rule(NETWORK_ONLY)
          .error(
              "WE-ADDRESS",
              Gate.ISTIOD,
              "Write an IP, a DNS name or unix://",
              (workload, report) -> {
                String address = workload.address();
                if (!address.isEmpty() && !workload.isUnix() && !IpAddresses.isAddress(address)) {
                  String problem = DnsNames.problemWithFqdn(address);
                  if (problem != null) {
                    report.add("address", problem);
                  }
                }
              })
          .always("", Function.identity(), PLACED)
          .build();

  static final RuleSet<WorkloadEntry> ENTRY =
      RuleSet.of(WorkloadEntry.class)
          .rule(NumberRules.uint32("WE-UINT32", "weight", WorkloadEntry::weight))
          .error(
              "WE-TEXT-LONG",
              Gate.API_SERVER,
              "Write at most 2048 characters, 253 for a service account",
              (entry, report) ->
                  texts(entry.locality(), entry.network(), entry.serviceAccount(), report))
          .always("", Workload::of, STANDALONE)
          .build();

  private WorkloadRules() {}

  // istiod looks at no template, and at endpoints only where they are resolved.
  private static Gate judges(Report report) {
    if (report.manifest() instanceof ServiceEntry entry) {
      return switch (entry.resolution().orElse(ServiceEntryResolution.NONE)) {
        case STATIC, DNS, DNS_ROUND_ROBIN -> Gate.BOTH;
        case NONE, DYNAMIC_DNS -> Gate.API_SERVER;
      };
    }
    return report.manifest() instanceof WorkloadGroup ? Gate.API_SERVER : Gate.BOTH;
  }

  static void texts(
      Optional<String> locality,
      Optional<String> network,
      Optional<String> serviceAccount,
      Report report) {
    atMost("locality", locality, 2048, report);
    atMost("network", network, 2048, report);
    atMost("serviceAccount", serviceAccount, 253, report);
  }

  private static void atMost(String field, Optional<String> text, int maximum, Report report) {
    if (text.isPresent()
        && text.get().length() > maximum
        && text.get().codePointCount(0, text.get().length()) > maximum) {
      report.add(field, "The text is longer than " + maximum + " characters");
    }
  }

  // The schema forbids the trailing slash of abstract names too.
  private static boolean isUnixAddress(String address) {
    return UnixAddresses.isGood(address) && !address.endsWith("/");
  }
}
