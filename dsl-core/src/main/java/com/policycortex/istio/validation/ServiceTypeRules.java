package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.model.kubernetes.ServiceType;
import com.policycortex.istio.model.kubernetes.SessionAffinity;
import com.policycortex.istio.model.kubernetes.TrafficDistributionPolicy;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields of Services that go with a type only, and those whose values are few. */
final class ServiceTypeRules {

  private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400);
  private static final Set<String> DISTRIBUTIONS =
      Set.of("PreferClose", "PreferSameZone", "PreferSameNode");
  private static final Set<String> FAMILIES = Set.of("IPv4", "IPv6");
  private static final Set<String> FAMILY_POLICIES =
      Set.of("SingleStack", "PreferDualStack", "RequireDualStack");

  static final List<Rule<Service>> ALL =
      List.of(
          Rule.error(
              "SVC-TYPE-FIELD",
              Gate.API_SERVER,
              "Remove the field, or write the type that it goes with",
              ServiceTypeRules::fields),
          Rule.error(
              "SVC-CLUSTER-IPS",
              Gate.API_SERVER,
              "Write the same address in clusterIP and first in clusterIPs, and one more at most,"
                  + " of the other family",
              (service, report) -> {
                if (type(service) != ServiceType.ExternalName) {
                  clusterIps(service, report);
                }
              }),
          Rule.error(
              "SVC-FAMILY",
              Gate.API_SERVER,
              "Write IPv4 and IPv6, each once, and SingleStack, PreferDualStack or"
                  + " RequireDualStack",
              (service, report) -> {
                if (type(service) != ServiceType.ExternalName) {
                  families(service, report);
                }
              }),
          Rule.error(
              "SVC-DISTRIBUTION",
              Gate.API_SERVER,
              "Write PreferClose, PreferSameZone or PreferSameNode",
              (service, report) -> {
                String distribution = service.trafficDistribution().orElse("PreferClose");
                if (!DISTRIBUTIONS.contains(distribution)) {
                  report.add("trafficDistribution", Text.quote(distribution) + " is not known");
                }
              }),
          Rule.error(
              "SVC-AFFINITY",
              Gate.API_SERVER,
              "Write clientIP with timeoutSeconds from 1 to 86400",
              (service, report) ->
                  service
                      .sessionAffinityConfig()
                      .ifPresent(
                          config ->
                              affinity(
                                  config,
                                  service.sessionAffinity().orElse(SessionAffinity.None)
                                      == SessionAffinity.ClientIP,
                                  report))),
          Rule.error(
              "SVC-NODEPORT",
              Gate.API_SERVER,
              "Write a port from 1 to 65535",
              (service, report) -> {
                int port = service.healthCheckNodePort().orElse(0);
                if (port != 0 && !NumberRules.isPort(port)) {
                  report.add("healthCheckNodePort", "Port " + port + " is outside 1 to 65535");
                }
              }),
          Rule.error(
              "SVC-NODEPORT-DUP",
              Gate.API_SERVER,
              "Give each port a port of the nodes of its own",
              (service, report) -> {
                Set<Object> seen = new HashSet<>();
                for (int i = 0; i < service.ports().size(); i++) {
                  ServicePort port = service.ports().get(i);
                  int node = port.nodePort().orElse(0);
                  if (node != 0 && !seen.add(List.of(node, port.protocol()))) {
                    report.add("ports[" + i + "].nodePort", "There are two node ports " + node);
                  }
                }
              }),
          Rule.error(
              "SVC-QUALIFIED-NAME",
              Gate.API_SERVER,
              "Write a name such as http, or one behind a DNS prefix, such as example.com/name",
              (service, report) -> {
                for (int i = 0; i < service.ports().size(); i++) {
                  name(
                      "ports[" + i + "].appProtocol", service.ports().get(i).appProtocol(), report);
                }
                if (type(service) == ServiceType.LoadBalancer) {
                  name("loadBalancerClass", service.loadBalancerClass(), report);
                }
              }));

  private ServiceTypeRules() {}

  private static ServiceType type(Service service) {
    return service.type().orElse(ServiceType.ClusterIP);
  }

  private static void fields(Service service, Report report) {
    ServiceType type = type(service);
    boolean balanced = type == ServiceType.LoadBalancer;
    unfit(
        "loadBalancerSourceRanges",
        !service.loadBalancerSourceRanges().isEmpty(),
        balanced,
        type,
        report);
    unfit("loadBalancerClass", service.loadBalancerClass().isPresent(), balanced, type, report);
    unfit(
        "allocateLoadBalancerNodePorts",
        service.allocateLoadBalancerNodePorts().isPresent(),
        balanced,
        type,
        report);
    boolean external =
        balanced
            || type == ServiceType.NodePort
            || (type == ServiceType.ClusterIP && !service.externalIps().isEmpty());
    unfit(
        "externalTrafficPolicy",
        service.externalTrafficPolicy().isPresent(),
        external,
        type,
        report);
    boolean local = service.externalTrafficPolicy().orElse(null) == TrafficDistributionPolicy.Local;
    unfit(
        "healthCheckNodePort",
        service.healthCheckNodePort().orElse(0) != 0,
        balanced && local,
        type,
        report);
    boolean internal = type != ServiceType.ExternalName;
    boolean addressed = service.clusterIp().filter(ip -> !ip.isEmpty()).isPresent();
    unfit("clusterIP", addressed && service.clusterIps().isEmpty(), internal, type, report);
    unfit("clusterIPs", !service.clusterIps().isEmpty(), internal, type, report);
    unfit("ipFamilies", !service.ipFamilies().isEmpty(), internal, type, report);
    unfit("ipFamilyPolicy", service.ipFamilyPolicy().isPresent(), internal, type, report);
    boolean opened = balanced || type == ServiceType.NodePort;
    if (opened && isHeadless(service)) {
      report.add("clusterIP", "A Service of type " + type + " is not headless");
    }
  }

  private static void unfit(
      String field, boolean there, boolean fits, ServiceType type, Report report) {
    if (there && !fits) {
      report.add(field, "The field does not go with the type " + type);
    }
  }

  private static boolean isHeadless(Service service) {
    return service.clusterIps().isEmpty()
        ? service.clusterIp().orElse("").equals("None")
        : service.clusterIps().equals(List.of("None"));
  }

  private static void clusterIps(Service service, Report report) {
    List<String> addresses = service.clusterIps();
    if (addresses.isEmpty()) {
      return;
    }
    if (!addresses.get(0).equals(service.clusterIp().orElse(""))) {
      report.add("clusterIPs[0]", "The first address is not the one in clusterIP");
    }
    boolean good = true;
    for (int i = 0; i < addresses.size(); i++) {
      boolean none = i == 0 && addresses.get(i).equals("None");
      if (none ? addresses.size() > 1 : !IpAddresses.isAddress(addresses.get(i))) {
        good = false;
        report.add("clusterIPs[" + i + "]", Text.quote(addresses.get(i)) + " is not an address");
      }
    }
    if (addresses.size() > 2) {
      report.add("clusterIPs", addresses.size() + " addresses, more than 2");
    }
    if (good
        && addresses.size() > 1
        && addresses.stream().map(ServiceTypeRules::family).distinct().count()
            != addresses.size()) {
      report.add("clusterIPs", "There is more than one address of a family");
    }
    for (int i = 0;
        good && !isHeadless(service) && i < addresses.size() && i < service.ipFamilies().size();
        i++) {
      String wanted = service.ipFamilies().get(i);
      if (FAMILIES.contains(wanted) && !family(addresses.get(i)).equals(wanted)) {
        report.add("clusterIPs[" + i + "]", "The address is not of the family " + wanted);
      }
    }
  }

  private static String family(String address) {
    return address.indexOf(':') >= 0 ? "IPv6" : "IPv4";
  }

  private static void families(Service service, Report report) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < service.ipFamilies().size(); i++) {
      String family = service.ipFamilies().get(i);
      if (!FAMILIES.contains(family) || !seen.add(family)) {
        report.add(
            "ipFamilies[" + i + "]",
            Text.quote(family) + (seen.contains(family) ? " is there twice" : " is not a family"));
      }
    }
    String policy = service.ipFamilyPolicy().orElse("SingleStack");
    boolean several = service.ipFamilies().size() == 2 || service.clusterIps().size() == 2;
    if (!FAMILY_POLICIES.contains(policy)) {
      report.add("ipFamilyPolicy", Text.quote(policy) + " is not known");
    } else if (several && service.ipFamilyPolicy().isPresent() && policy.equals("SingleStack")) {
      report.add("ipFamilyPolicy", "Two families or addresses are not a single stack");
    }
  }

  // The shape is judged always, the value only where it counts.
  private static void affinity(JsonObject config, boolean counts, Report report) {
    unknown("sessionAffinityConfig", config, "clientIP", report);
    JsonValue client = config.get("clientIP").orElse(JsonNull.NULL);
    if (client == JsonNull.NULL) {
      return;
    }
    if (!(client instanceof JsonObject object)) {
      report.add("sessionAffinityConfig.clientIP", "An object is wanted");
      return;
    }
    unknown("sessionAffinityConfig.clientIP", object, "timeoutSeconds", report);
    JsonValue timeout = object.get("timeoutSeconds").orElse(JsonNull.NULL);
    if (timeout == JsonNull.NULL) {
      return;
    }
    boolean number = timeout instanceof JsonNumber;
    BigDecimal seconds = timeout instanceof JsonNumber value ? value.value() : BigDecimal.ZERO;
    boolean whole =
        number
            && seconds.stripTrailingZeros().scale() <= 0
            && seconds.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    boolean inRange = whole && seconds.signum() > 0 && seconds.compareTo(LONGEST) <= 0;
    if (!whole || (counts && !inRange)) {
      report.add(
          "sessionAffinityConfig.clientIP.timeoutSeconds", "A number from 1 to 86400 is wanted");
    }
  }

  private static void unknown(String path, JsonObject object, String known, Report report) {
    object
        .fields()
        .keySet()
        .forEach(
            name -> {
              if (!name.equals(known)) {
                report.add(path + "." + name, "There is no such field");
              }
            });
  }

  private static void name(String field, Optional<String> name, Report report) {
    if (name.isPresent() && !MetadataRules.isKey(name.get())) {
      report.add(field, Text.quote(name.get()) + " is not a qualified name");
    }
  }
}
