package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.RouteDestination;
import com.policycortex.istio.model.networking.TcpRoute;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.TlsRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes of TLS and of opaque TCP. */
final class L4RouteRules {

  private static final RuleSet<TlsMatchAttributes> TLS_MATCH =
      RuleSet.of(TlsMatchAttributes.class)
          .error(
              "VS-TLS-SNI-REQUIRED",
              Gate.BOTH,
              "Write sniHosts: TLS is routed by SNI",
              (match, report) -> {
                if (match.sniHosts().isEmpty()) {
                  Gate gate = match.isExplicitlyEmpty("sniHosts") ? Gate.ISTIOD : Gate.BOTH;
                  report.add(gate, "sniHosts", "The match names no SNI host");
                }
              })
          .error(
              "VS-TLS-SNI",
              Gate.ISTIOD,
              "Write a DNS name or a wildcard such as *.example.com",
              (match, report) -> {
                for (int i = 0; i < match.sniHosts().size(); i++) {
                  String host = match.sniHosts().get(i);
                  String problem = problemWithSni(host, report);
                  if (problem != null && !IpAddresses.isAddress(host)) {
                    report.add("sniHosts[" + i + "]", problem);
                  }
                }
              })
          .warning(
              "VS-TLS-SNI-IP",
              Gate.ISTIOD,
              "Write a DNS name: clients send no SNI for an IP",
              (match, report) -> {
                for (int i = 0; i < match.sniHosts().size(); i++) {
                  String host = match.sniHosts().get(i);
                  if (IpAddresses.isAddress(host) && problemWithSni(host, report) != null) {
                    report.add("sniHosts[" + i + "]", Text.quote(host) + " is an IP address");
                  }
                }
              })
          .error(
              "VS-TLS-SNI-SUBSET",
              Gate.ISTIOD,
              "Write a host that one of the VirtualService's hosts covers",
              (match, report) -> {
                for (int i = 0; i < match.sniHosts().size(); i++) {
                  String host = match.sniHosts().get(i);
                  boolean ip = IpAddresses.isAddress(host) && problemWithSni(host, report) != null;
                  if (!ip
                      && !isCovered(
                          host, report.manifestFor("spec.hosts", VirtualService.class).hosts())) {
                    report.add(
                        "sniHosts[" + i + "]",
                        Text.quote(host) + " is not covered by the VirtualService's hosts");
                  }
                }
              })
          .error(
              "VS-TLS-SUBNET",
              Gate.ISTIOD,
              "Write an IP or a network such as 10.0.0.0/8",
              (match, report) -> subnets(match.destinationSubnets(), report))
          .rule(
              NumberRules.portOrZero("VS-TLS-PORT", Gate.ISTIOD, "port", TlsMatchAttributes::port))
          .error(
              "VS-TLS-LABELS",
              Gate.ISTIOD,
              "Write labels as Kubernetes takes them",
              (match, report) -> Labels.check("sourceLabels", match.sourceLabels(), report))
          .rules(GatewayNameRules.of(TlsMatchAttributes::gateways, match -> false))
          .warning(
              "VS-GATEWAY-LEGACY",
              Gate.ISTIOD,
              "Write namespace/name",
              (match, report) -> GatewayNameRules.legacy(match.gateways(), report))
          .build();

  private static final RuleSet<L4MatchAttributes> TCP_MATCH =
      RuleSet.of(L4MatchAttributes.class)
          .error(
              "VS-TCP-SUBNET",
              Gate.ISTIOD,
              "Write an IP or a network such as 10.0.0.0/8",
              (match, report) -> subnets(match.destinationSubnets(), report))
          .rule(NumberRules.portOrZero("VS-TCP-PORT", Gate.ISTIOD, "port", L4MatchAttributes::port))
          .error(
              "VS-TCP-LABELS",
              Gate.ISTIOD,
              "Write labels as Kubernetes takes them",
              (match, report) -> Labels.check("sourceLabels", match.sourceLabels(), report))
          .rules(GatewayNameRules.of(L4MatchAttributes::gateways, match -> false))
          .build();

  static final RuleSet<TlsRoute> TLS =
      RuleSet.of(TlsRoute.class)
          .error(
              "VS-TLS-MATCH-REQUIRED",
              Gate.BOTH,
              "Write match with sniHosts",
              (route, report) -> {
                if (route.match().isEmpty()) {
                  Gate gate = route.isExplicitlyEmpty("match") ? Gate.ISTIOD : Gate.BOTH;
                  report.add(gate, "match", "The TLS route has no match");
                }
              })
          .error(
              "VS-TLS-ROUTE-REQUIRED",
              Gate.ISTIOD,
              "Write route with a destination",
              (route, report) -> {
                if (route.route().isEmpty()) {
                  report.add("route", "The TLS route leads nowhere");
                }
              })
          .rule(RouteDestinationRules.weightSum(TlsRoute::route, RouteDestination::weight))
          .each("match", TlsRoute::match, TLS_MATCH)
          .each("route", TlsRoute::route, RouteDestinationRules.L4)
          .build();

  static final RuleSet<TcpRoute> TCP =
      RuleSet.of(TcpRoute.class)
          .error(
              "VS-TCP-ROUTE-REQUIRED",
              Gate.ISTIOD,
              "Write route with a destination",
              (route, report) -> {
                if (route.route().isEmpty()) {
                  report.add("route", "The TCP route leads nowhere");
                }
              })
          .rule(RouteDestinationRules.weightSum(TcpRoute::route, RouteDestination::weight))
          .each("match", TcpRoute::match, TCP_MATCH)
          .each("route", TcpRoute::route, RouteDestinationRules.L4)
          .build();

  private L4RouteRules() {}

  private static @Nullable String problemWithSni(String host, Report report) {
    boolean inMesh =
        report.manifestFor("spec.gateways", VirtualService.class).gateways().contains("mesh");
    return inMesh
        ? DnsNames.problemWithWildcardDomain(host)
        : DnsNames.problemWithSniDomain(true, host);
  }

  private static boolean isCovered(String host, List<String> hosts) {
    for (int i = 0; i < hosts.size(); i++) {
      if (Hosts.covers(host, hosts.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static void subnets(List<String> subnets, Report report) {
    for (int i = 0; i < subnets.size(); i++) {
      if (!IpAddresses.isSubnet(subnets.get(i))) {
        report.add(
            "destinationSubnets[" + i + "]",
            Text.quote(subnets.get(i)) + " is neither an IP nor a network");
      }
    }
  }
}
