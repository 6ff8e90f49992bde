package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.CaptureMode;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.IstioEgressListener;
import com.policycortex.istio.model.networking.IstioIngressListener;
import com.policycortex.istio.model.networking.OutboundTrafficPolicyMode;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.SidecarPort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Sidecars: what reaches a workload and what it can reach. */
final class SidecarRules {

  private static final RuleSet<ServerTlsSettings> INGRESS_TLS =
      RuleSet.of(ServerTlsSettings.class)
          .error(
              "SC-IN-TLS-SOURCE",
              Gate.ISTIOD,
              "Write serverCertificate and privateKey: a sidecar reads only files",
              (tls, report) -> {
                if (!tls.subjectAltNames().isEmpty()) {
                  report.add("subjectAltNames", "A sidecar does not look at subjectAltNames");
                }
                if (Text.isSet(tls.credentialName())) {
                  report.add("credentialName", "A sidecar cannot read a credential");
                }
                if (!tls.credentialNames().isEmpty()) {
                  report.add("credentialNames", "A sidecar cannot read credentials");
                }
                if (!tls.tlsCertificates().isEmpty()) {
                  report.add("tlsCertificates", "A sidecar has one certificate");
                }
              })
          .error(
              "SC-IN-TLS-REDIRECT",
              Gate.ISTIOD,
              "Remove httpsRedirect",
              (tls, report) -> {
                if (tls.httpsRedirect().orElse(false)) {
                  report.add("httpsRedirect", "A sidecar does not redirect");
                }
              })
          .error(
              "SC-IN-TLS-MODE",
              Gate.ISTIOD,
              "Write SIMPLE or MUTUAL",
              (tls, report) -> {
                ServerTlsMode mode = ServerTlsRules.mode(tls);
                if (mode == ServerTlsMode.ISTIO_MUTUAL || mode == ServerTlsMode.AUTO_PASSTHROUGH) {
                  report.add("mode", mode + " is not a mode of a sidecar");
                }
              })
          .always("", Function.identity(), ServerTlsRules.of("SC-IN-TLS"))
          .build();

  private static final RuleSet<IstioIngressListener> INGRESS =
      RuleSet.of(IstioIngressListener.class)
          .rules(port("SC-IN", listener -> Optional.of(listener.port())))
          .error(
              "SC-IN-PORT",
              Gate.ISTIOD,
              "Write a port from 1 to 65535",
              (listener, report) -> {
                long number = listener.port().number().orElse(0L);
                if (!NumberRules.isPort(number)) {
                  report.add("port.number", "Port " + number + " is outside 1 to 65535");
                }
              })
          .error(
              "SC-IN-BIND",
              Gate.ISTIOD,
              "Write an IP",
              (listener, report) -> {
                String bind = listener.bind().orElse("");
                if (!bind.isEmpty() && !IpAddresses.isAddress(bind)) {
                  report.add("bind", Text.quote(bind) + " is not an IP");
                }
              })
          .error(
              "SC-IN-ENDPOINT",
              Gate.ISTIOD,
              "Write 127.0.0.1:PORT, 0.0.0.0:PORT, [::1]:PORT, [::]:PORT, :PORT or unix://",
              (listener, report) -> {
                String endpoint = listener.defaultEndpoint().orElse("");
                if (!endpoint.isEmpty() && !isEndpoint(endpoint)) {
                  report.add(
                      "defaultEndpoint",
                      Text.quote(endpoint) + " is not an address of the workload itself");
                }
              })
          .error(
              "SC-IN-TLS-PROTOCOL",
              Gate.ISTIOD,
              "Write the protocol HTTPS or TLS, or remove tls",
              (listener, report) -> {
                String protocol = listener.port().protocol().orElse("");
                if (listener.tls().isPresent() && !Protocols.isTls(protocol)) {
                  report.add("tls", "The protocol " + Text.quote(protocol) + " has no TLS");
                }
              })
          .warning(
              "SC-IN-POOL-HTTP",
              Gate.ISTIOD,
              "Write a protocol of HTTP, or remove connectionPool.http",
              (listener, report) -> {
                if (listener.connectionPool().isPresent()
                    && listener.connectionPool().get().http().isPresent()
                    && !Protocols.isHttp(listener.port().protocol().orElse(""))) {
                  report.add(
                      "connectionPool.http", "Limits of HTTP on a port without HTTP do nothing");
                }
              })
          .part("tls", IstioIngressListener::tls, INGRESS_TLS)
          .part("connectionPool", IstioIngressListener::connectionPool, ConnectionPoolRules.RULES)
          .build();

  private static final RuleSet<IstioEgressListener> EGRESS =
      RuleSet.of(IstioEgressListener.class)
          .rules(port("SC-EG", IstioEgressListener::port))
          .error(
              "SC-EG-UNIX",
              Gate.ISTIOD,
              "Write the port's number, or bind to unix:///path",
              (listener, report) -> {
                String bind = listener.bind().orElse("");
                if (listener.port().isPresent()
                    && number(listener) == 0
                    && !(UnixAddresses.isUnix(bind) && UnixAddresses.isGood(bind))) {
                  report.add("bind", "Without a port's number, bind names a Unix socket");
                }
              })
          .error(
              "SC-EG-UNIX-CAPTURE",
              Gate.ISTIOD,
              "Write DEFAULT or NONE",
              (listener, report) -> {
                if (listener.port().isPresent()
                    && number(listener) == 0
                    && listener.captureMode().orElse(CaptureMode.DEFAULT) == CaptureMode.IPTABLES) {
                  report.add("captureMode", "A Unix socket is not captured by iptables");
                }
              })
          .error(
              "SC-EG-PORT",
              Gate.ISTIOD,
              "Write a port from 1 to 65535",
              (listener, report) -> {
                if (number(listener) != 0 && !NumberRules.isPort(number(listener))) {
                  report.add("port.number", "Port " + number(listener) + " is outside 1 to 65535");
                }
              })
          .error(
              "SC-EG-BIND-IP",
              Gate.ISTIOD,
              "Write an IP",
              (listener, report) -> {
                String bind = listener.bind().orElse("");
                if (number(listener) != 0 && !bind.isEmpty() && !IpAddresses.isAddress(bind)) {
                  report.add("bind", Text.quote(bind) + " is not an IP");
                }
              })
          .error(
              "SC-EG-HOSTS-EMPTY",
              Gate.BOTH,
              "Write hosts as namespace/host",
              (listener, report) -> {
                if (listener.hosts().isEmpty()) {
                  Gate gate = listener.isExplicitlyEmpty("hosts") ? Gate.ISTIOD : Gate.BOTH;
                  report.add(gate, "hosts", "The listener names no hosts");
                }
              })
          .error(
              "SC-EG-HOST",
              Gate.ISTIOD,
              "Write namespace/host, with '*' or '.' for the namespace and a host in full",
              (listener, report) -> {
                for (int i = 0; i < listener.hosts().size(); i++) {
                  String problem = NamespacedHosts.problemInSidecar(listener.hosts().get(i));
                  if (problem != null) {
                    report.add("hosts[" + i + "]", problem);
                  }
                }
              })
          .warning(
              "SC-EG-HOST-DUP",
              Gate.ISTIOD,
              "Remove the one that the other covers",
              SidecarRules::coveredHosts)
          .warning(
              "SC-EG-HOST-STAR",
              Gate.ISTIOD,
              "Remove the others: */* covers them",
              (listener, report) -> {
                if (listener.hosts().contains("*/*") && hasOtherNamespace(listener.hosts())) {
                  report.add("hosts", "*/* stands beside others that it covers");
                }
              })
          .build();

  static final RuleSet<Sidecar> RULES =
      RuleSet.of(Sidecar.class)
          .error(
              "SC-EMPTY",
              Gate.ISTIOD,
              "Write egress, ingress, outboundTrafficPolicy or inboundConnectionPool",
              (sidecar, report) -> {
                if (sidecar.egress().isEmpty()
                    && sidecar.ingress().isEmpty()
                    && sidecar.outboundTrafficPolicy().isEmpty()
                    && sidecar.inboundConnectionPool().isEmpty()) {
                  report.add("", "The Sidecar says nothing");
                }
              })
          .error(
              "SC-IN-PORT-DUP",
              Gate.ISTIOD,
              "Give each listener a port of its own",
              (sidecar, report) ->
                  Duplicates.check(
                      sidecar.ingress(),
                      listener -> listener.port().number().orElse(0L),
                      "ingress",
                      "port",
                      "There are two listeners at ",
                      report))
          .error(
              "SC-EG-CATCHALL-LAST",
              Gate.ISTIOD,
              "Move the listener without port to the end",
              (sidecar, report) -> {
                for (int i = 0; i < sidecar.egress().size() - 1; i++) {
                  if (sidecar.egress().get(i).port().isEmpty()) {
                    report.add("egress[" + i + "].port", "Only the last listener has no port");
                  }
                }
              })
          .error(
              "SC-EG-DUP",
              Gate.ISTIOD,
              "Give each listener a port or socket of its own",
              SidecarRules::egressListeners)
          .error(
              "SC-OTP-PROXY-MODE",
              Gate.ISTIOD,
              "Write the mode ALLOW_ANY",
              (sidecar, report) -> {
                if (egressProxy(sidecar).isPresent()
                    && sidecar.outboundTrafficPolicy().get().mode().orElse(null)
                        != OutboundTrafficPolicyMode.ALLOW_ANY) {
                  report.add(
                      "outboundTrafficPolicy.egressProxy",
                      "Only with ALLOW_ANY is there traffic for an egress proxy");
                }
              })
          .error(
              "SC-OTP-PROXY-HOST",
              Gate.ISTIOD,
              "Write the proxy's DNS name in full",
              (sidecar, report) -> {
                Optional<Destination> proxy = egressProxy(sidecar);
                String problem =
                    proxy.isPresent() ? DnsNames.problemWithFqdn(proxy.get().host()) : null;
                if (problem != null) {
                  report.add("outboundTrafficPolicy.egressProxy.host", problem);
                }
              })
          .error(
              "SC-OTP-PROXY-PORT",
              Gate.ISTIOD,
              "Write the proxy's port, 1 to 65535",
              (sidecar, report) -> {
                Optional<Destination> proxy = egressProxy(sidecar);
                if (proxy.isPresent()
                    && !NumberRules.isPort(
                        proxy.get().port().flatMap(PortSelector::number).orElse(0L))) {
                  report.add(
                      "outboundTrafficPolicy.egressProxy.port", "The proxy's port is missing");
                }
              })
          .error(
              "SC-OTP-PROXY-SUBSET",
              Gate.ISTIOD,
              "Write the name of a subset of a DestinationRule",
              (sidecar, report) -> {
                Optional<String> subset = egressProxy(sidecar).flatMap(Destination::subset);
                if (Text.isSet(subset) && !DnsNames.isLabel(subset.get())) {
                  report.add(
                      "outboundTrafficPolicy.egressProxy.subset",
                      Text.quote(subset.get()) + " is not a DNS label");
                }
              })
          .each("ingress", Sidecar::ingress, INGRESS)
          .each("egress", Sidecar::egress, EGRESS)
          .part("inboundConnectionPool", Sidecar::inboundConnectionPool, ConnectionPoolRules.RULES)
          .part("workloadSelector", Sidecar::workloadSelector, SelectorRules.LABELS_ONLY)
          .build();

  private SidecarRules() {}

  private static <T> List<Rule<T>> port(String prefix, Function<T, Optional<SidecarPort>> get) {
    return List.of(
        Rule.error(
            prefix + "-TARGETPORT",
            Gate.ISTIOD,
            "Remove targetPort",
            (value, report) -> {
              if (get.apply(value).flatMap(SidecarPort::targetPort).orElse(0L) != 0) {
                report.add("port.targetPort", "A Sidecar's port has no targetPort");
              }
            }),
        Rule.error(
            prefix + "-PORT-NAME",
            Gate.ISTIOD,
            "Write letters, digits and '-', at most 63",
            (value, report) -> {
              Optional<String> name = get.apply(value).flatMap(SidecarPort::name);
              if (Text.isSet(name) && !DnsNames.isLabel(name.get())) {
                report.add("port.name", Text.quote(name.get()) + " is not the name of a port");
              }
            }),
        Rule.error(
            prefix + "-PROTOCOL",
            Gate.ISTIOD,
            "Write HTTP, HTTPS, HTTP2, GRPC, TLS, TCP, MONGO, MYSQL, REDIS or UDP",
            (value, report) -> {
              Optional<String> protocol = get.apply(value).flatMap(SidecarPort::protocol);
              if (Text.isSet(protocol) && !Protocols.isKnown(protocol.get())) {
                report.add(
                    "port.protocol",
                    Text.quote(protocol.get()) + " is not a protocol that Istio knows");
              }
            }));
  }

  private static long number(IstioEgressListener listener) {
    return listener.port().flatMap(SidecarPort::number).orElse(0L);
  }

  private static Optional<Destination> egressProxy(Sidecar sidecar) {
    return sidecar.outboundTrafficPolicy().flatMap(policy -> policy.egressProxy());
  }

  private static boolean isEndpoint(String endpoint) {
    if (UnixAddresses.isUnix(endpoint)) {
      return UnixAddresses.isGood(endpoint);
    }
    int colon = endpoint.lastIndexOf(':');
    if (colon < 0) {
      return false;
    }
    String port = endpoint.substring(colon + 1);
    String digits = port.startsWith("+") ? port.substring(1) : port;
    boolean goodPort =
        Text.isDigits(digits) && digits.length() < 19 && NumberRules.isPort(Long.parseLong(digits));
    return goodPort
        && switch (endpoint.substring(0, colon)) {
          case "", "127.0.0.1", "0.0.0.0", "[::1]", "[::]", "[127.0.0.1]", "[0.0.0.0]", "[]" ->
              true;
          default -> false;
        };
  }

  private static void egressListeners(Sidecar sidecar, Report report) {
    if (sidecar.egress().size() < 2) {
      return;
    }
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < sidecar.egress().size(); i++) {
      IstioEgressListener listener = sidecar.egress().get(i);
      if (listener.port().isEmpty()) {
        continue;
      }
      long number = number(listener);
      Object place = number == 0 ? listener.bind().orElse("") : (Object) number;
      if (!seen.add(place)) {
        report.add("egress[" + i + "].port", "There are two listeners at " + place);
      }
    }
  }

  private static void coveredHosts(IstioEgressListener listener, Report report) {
    if (listener.hosts().size() < 2) {
      return;
    }
    Map<String, Set<String>> seen = new HashMap<>();
    for (int i = 0; i < listener.hosts().size(); i++) {
      String text = listener.hosts().get(i);
      int slash = text.indexOf('/');
      if (slash < 0 || text.startsWith("~")) {
        continue;
      }
      String namespace = text.substring(0, slash);
      if (namespace.equals(".")) {
        namespace = report.namespace();
      }
      String host = text.substring(slash + 1);
      Set<String> hosts = seen.computeIfAbsent(namespace, key -> new HashSet<>());
      boolean covered =
          host.equals("*") ? !hosts.isEmpty() : hosts.contains("*") || hosts.contains(host);
      if (covered) {
        report.add("hosts[" + i + "]", Text.quote(text) + " and another one cover each other");
      }
      hosts.add(host);
    }
  }

  private static boolean hasOtherNamespace(List<String> hosts) {
    for (String host : hosts) {
      if (host.indexOf('/') >= 0 && !host.startsWith("*/") && !host.startsWith("~")) {
        return true;
      }
    }
    return false;
  }
}
