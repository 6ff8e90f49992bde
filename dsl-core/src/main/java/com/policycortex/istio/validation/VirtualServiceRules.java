package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.TlsRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VirtualService's own fields: hosts, gateways, and that it routes something. */
final class VirtualServiceRules {

  private static final String ROUTE_SEMANTICS = "internal.istio.io/route-semantics";

  static final RuleSet<VirtualService> RULES =
      RuleSet.of(VirtualService.class)
          .error(
              "VS-DELEGATE-GATEWAYS",
              Gate.ISTIOD,
              "Remove gateways, or write hosts: without hosts this is a delegate, and its root"
                  + " says which gateways apply",
              (service, report) -> {
                if (isDelegate(service) && !service.gateways().isEmpty()) {
                  report.add("gateways", "A VirtualService without hosts has gateways");
                }
              })
          .error(
              "VS-DELEGATE-TLS",
              Gate.ISTIOD,
              "Write hosts, or keep to http: a delegate routes only HTTP",
              (service, report) -> {
                if (isDelegate(service) && !service.tls().isEmpty()) {
                  report.add("tls", "A VirtualService without hosts has TLS routes");
                }
              })
          .error(
              "VS-DELEGATE-TCP",
              Gate.ISTIOD,
              "Write hosts, or keep to http: a delegate routes only HTTP",
              (service, report) -> {
                if (isDelegate(service) && !service.tcp().isEmpty()) {
                  report.add("tcp", "A VirtualService without hosts has TCP routes");
                }
              })
          .rules(
              GatewayNameRules.of(
                  VirtualService::gateways,
                  service -> MetadataRules.hasGatewaySemantics(service, ROUTE_SEMANTICS)))
          .warning(
              "VS-GATEWAY-LEGACY",
              Gate.ISTIOD,
              "Write namespace/name",
              (service, report) -> GatewayNameRules.legacy(service.gateways(), report))
          .error(
              "VS-HOST",
              Gate.ISTIOD,
              "Write a DNS name, an IP, or a wildcard such as *.example.com",
              (service, report) -> {
                report.reads("spec.gateways");
                report.reads("spec.tls");
                for (int i = 0; i < service.hosts().size(); i++) {
                  String problem = problemWithHost(service, service.hosts().get(i));
                  if (problem != null) {
                    report.add("hosts[" + i + "]", problem);
                  }
                }
              })
          .error(
              "VS-HOST-STAR-MESH",
              Gate.ISTIOD,
              "Name the hosts, or bind the VirtualService to gateways other than mesh",
              (service, report) -> {
                report.reads("spec.gateways");
                int star = service.hosts().indexOf("*");
                if (star >= 0 && !isBoundToGateway(service)) {
                  report.add("hosts[" + star + "]", "In the mesh, the host * is not allowed");
                }
              })
          .error(
              "VS-HOST-DUP",
              Gate.ISTIOD,
              "Remove one of the two",
              (service, report) -> {
                if (service.hosts().size() > 1 && hostsAreGood(service)) {
                  overlaps(service.hosts(), report);
                }
              })
          .error(
              "VS-NO-ROUTES",
              Gate.ISTIOD,
              "Write http, tls or tcp",
              (service, report) -> {
                if (service.http().isEmpty()
                    && service.tls().isEmpty()
                    && service.tcp().isEmpty()) {
                  report.add("http", "The VirtualService routes nothing");
                }
              })
          .rules(ExportToRules.of(VirtualService::exportTo, false))
          .rules(ReachabilityRules.ALL)
          .each("http", VirtualService::http, HttpRouteRules.RULES)
          .each("tls", VirtualService::tls, L4RouteRules.TLS)
          .each("tcp", VirtualService::tcp, L4RouteRules.TCP)
          .build();

  private VirtualServiceRules() {}

  static boolean isDelegate(VirtualService service) {
    return service.hosts().isEmpty();
  }

  static boolean isBoundToGateway(VirtualService service) {
    return !service.gateways().isEmpty() && !service.gateways().contains("mesh");
  }

  /** True where istiod made the VirtualService of a Kubernetes Gateway's route. */
  static boolean hasRouteSemantics(Manifest manifest) {
    return MetadataRules.hasGatewaySemantics(manifest, ROUTE_SEMANTICS);
  }

  private static @Nullable String problemWithHost(VirtualService service, String host) {
    String problem =
        isBoundToGateway(service)
            ? DnsNames.problemWithSniDomain(hasSni(service), host)
            : DnsNames.problemWithWildcardDomain(host);
    return problem == null || IpAddresses.isAddress(host) ? null : problem;
  }

  private static boolean hasSni(VirtualService service) {
    for (TlsRoute route : service.tls()) {
      for (TlsMatchAttributes match : route.match()) {
        if (!match.sniHosts().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hostsAreGood(VirtualService service) {
    for (String host : service.hosts()) {
      if (problemWithHost(service, host) != null
          || (host.equals("*") && !isBoundToGateway(service))) {
        return false;
      }
    }
    return true;
  }

  private static void overlaps(List<String> hosts, Report report) {
    HostOverlaps.find(
        hosts,
        (first, i) ->
            report.add(
                "hosts[" + i + "]",
                Text.quote(hosts.get(i)) + " overlaps with " + Text.quote(first)));
  }
}
