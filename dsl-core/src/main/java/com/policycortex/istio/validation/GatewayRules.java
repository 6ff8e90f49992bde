package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;

/** A Gateway and its servers. */
final class GatewayRules {

  private static final String GATEWAY_SEMANTICS = "internal.istio.io/gateway-semantics";

  private static final RuleSet<Server> SERVER =
      RuleSet.of(Server.class)
          .error(
              "GW-SERVER-HOSTS-EMPTY",
              Gate.BOTH,
              "Write hosts",
              (server, report) -> {
                if (server.hosts().isEmpty()) {
                  Gate gate = server.isExplicitlyEmpty("hosts") ? Gate.ISTIOD : Gate.BOTH;
                  report.add(gate, "hosts", "The server names no hosts");
                }
              })
          .error(
              "GW-SERVER-HOST",
              Gate.ISTIOD,
              "Write a DNS name in full, *.example.com or *, with an optional namespace and '/'",
              (server, report) -> {
                for (int i = 0; i < server.hosts().size(); i++) {
                  String problem =
                      NamespacedHosts.problemInGateway(
                          server.hosts().get(i),
                          hasGatewaySemantics(report.manifestFor("metadata.annotations")));
                  if (problem != null) {
                    report.add("hosts[" + i + "]", problem);
                  }
                }
              })
          .error(
              "GW-PORT-PROTOCOL",
              Gate.ISTIOD,
              "Write HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TLS, TCP, MONGO, MYSQL or REDIS",
              (server, report) -> {
                if (!Protocols.isKnown(server.port().protocol())) {
                  report.add(
                      "port.protocol",
                      Text.quote(server.port().protocol()) + " is not a protocol that Istio knows");
                }
              })
          .error(
              "GW-PORT-NUMBER",
              Gate.ISTIOD,
              "Write a port from 1 to 65535",
              (server, report) -> {
                long number = server.port().number();
                boolean unix = number == 0 && UnixAddresses.isUnix(server.bind().orElse(""));
                if (!unix && !NumberRules.isPort(number)) {
                  report.add("port.number", "Port " + number + " is outside 1 to 65535");
                }
              })
          .error(
              "GW-PORT-TARGETPORT",
              Gate.ISTIOD,
              "Remove targetPort",
              (server, report) -> {
                if (server.port().targetPort().orElse(0L) != 0) {
                  report.add("port.targetPort", "A Gateway's port has no targetPort");
                }
              })
          .error(
              "GW-PORT-NAME",
              Gate.ISTIOD,
              "Write a name",
              (server, report) -> {
                if (server.port().name().isEmpty()) {
                  report.add("port.name", "The port has no name");
                }
              })
          .error(
              "GW-BIND-UNIX",
              Gate.ISTIOD,
              "Write unix:///path or unix://@name",
              (server, report) -> {
                String bind = server.bind().orElse("");
                if (UnixAddresses.isUnix(bind) && !UnixAddresses.isGood(bind)) {
                  report.add("bind", Text.quote(bind) + " is not the address of a Unix socket");
                }
              })
          .error(
              "GW-BIND-UNIX-PORT",
              Gate.ISTIOD,
              "Write 0 as the port's number",
              (server, report) -> {
                if (UnixAddresses.isUnix(server.bind().orElse("")) && server.port().number() != 0) {
                  report.add("port.number", "A Unix socket has no port");
                }
              })
          .error(
              "GW-BIND-IP",
              Gate.ISTIOD,
              "Write an IP",
              (server, report) -> {
                String bind = server.bind().orElse("");
                if (!bind.isEmpty()
                    && !UnixAddresses.isUnix(bind)
                    && !IpAddresses.isAddress(bind)) {
                  report.add("bind", Text.quote(bind) + " is not an IP");
                }
              })
          .error(
              "GW-TLS-REQUIRED",
              Gate.ISTIOD,
              "Write tls",
              (server, report) -> {
                if (Protocols.isTls(server.port().protocol()) && server.tls().isEmpty()) {
                  report.add(
                      "tls", "The protocol " + server.port().protocol() + " needs TLS settings");
                }
              })
          .error(
              "GW-TLS-FORBIDDEN-HTTP",
              Gate.ISTIOD,
              "Write the protocol HTTPS, or keep only httpsRedirect",
              (server, report) -> {
                if (Protocols.isHttp(server.port().protocol())
                    && server.tls().isPresent()
                    && terminates(server.tls().get())) {
                  report.add("tls", "Plain HTTP cannot terminate TLS");
                }
              })
          .error(
              "GW-TLS-FORBIDDEN",
              Gate.ISTIOD,
              "Remove tls, or write the protocol TLS",
              (server, report) -> {
                String protocol = server.port().protocol();
                if (Protocols.isKnown(protocol)
                    && !Protocols.isTls(protocol)
                    && !Protocols.isHttp(protocol)
                    && server.tls().isPresent()) {
                  report.add("tls", "The protocol " + protocol + " has no TLS");
                }
              })
          .warning(
              "GW-TLS-REDIRECT",
              Gate.ISTIOD,
              "Write httpsRedirect on the server of plain HTTP",
              (server, report) -> {
                if (server.tls().flatMap(ServerTlsSettings::httpsRedirect).orElse(false)
                    && !Protocols.isHttp(server.port().protocol())) {
                  report.add(
                      "tls.httpsRedirect",
                      "Only plain HTTP is redirected, not " + server.port().protocol());
                }
              })
          .part("tls", Server::tls, ServerTlsRules.of("GW-TLS"))
          .build();

  static final RuleSet<Gateway> RULES =
      RuleSet.of(Gateway.class)
          .error(
              "GW-NAME",
              Gate.ISTIOD,
              "Write letters, digits and '-', at most 63",
              (gateway, report) -> {
                if (!gateway.name().isEmpty()
                    && !DnsNames.isLabel(gateway.name())
                    && !hasGatewaySemantics(gateway)) {
                  report.add("", Text.quote(gateway.name()) + " is not the name of a Gateway");
                }
              })
          .error(
              "GW-SERVERS-EMPTY",
              Gate.ISTIOD,
              "Write servers",
              (gateway, report) -> {
                if (gateway.servers().isEmpty()) {
                  report.add("servers", "The Gateway has no servers");
                }
              })
          .error(
              "GW-PORT-NAME-DUP",
              Gate.ISTIOD,
              "Give each server's port a name of its own",
              GatewayRules::portNames)
          .each("servers", Gateway::servers, SERVER)
          .build();

  private GatewayRules() {}

  private static boolean hasGatewaySemantics(Manifest manifest) {
    return MetadataRules.hasGatewaySemantics(manifest, GATEWAY_SEMANTICS);
  }

  private static boolean terminates(ServerTlsSettings tls) {
    ServerTlsMode mode = tls.mode().orElse(ServerTlsMode.PASSTHROUGH);
    boolean passes = mode == ServerTlsMode.PASSTHROUGH || mode == ServerTlsMode.AUTO_PASSTHROUGH;
    return !passes
        || Text.isSet(tls.caCertificates())
        || Text.isSet(tls.privateKey())
        || Text.isSet(tls.serverCertificate());
  }

  private static void portNames(Gateway gateway, Report report) {
    Duplicates.check(
        gateway.servers(),
        server -> server.port().name(),
        "servers",
        "port.name",
        "There are two ports named ",
        report);
  }
}
