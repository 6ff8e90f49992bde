package com.policycortex.istio.policycortex;

import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.IstioEgressListener;
import com.policycortex.istio.model.networking.OutboundTrafficPolicy;
import com.policycortex.istio.model.networking.OutboundTrafficPolicyMode;
import com.policycortex.istio.model.networking.Port;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryLocation;
import com.policycortex.istio.model.networking.ServiceEntryPort;
import com.policycortex.istio.model.networking.ServiceEntryResolution;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.TlsProtocolVersion;
import com.policycortex.istio.render.OutputTree;
import java.util.ArrayList;
import java.util.List;

/** The namespace and who lives there, the gateways, and what sidecars can reach. */
final class Base {

  static final String PUBLIC_GATEWAY = "public";
  static final String INTERNAL_GATEWAY = "internal";

  private Base() {}

  static OutputTree addTo(OutputTree tree, PolicyCortex mesh) {
    OutputTree more =
        // kubectl applies a folder in the order of its names: the namespace comes first.
        tree.with("base/00-namespace.yaml", namespace(mesh))
            .with(
                "base/service-accounts.yaml",
                mesh.services().own().stream().map(s -> s.serviceAccount().manifest()).toList());
    if (mesh.get(Settings.SERVICES_RENDERED)) {
      more =
          more.with(
              "base/services.yaml", mesh.services().own().stream().map(Base::service).toList());
    }
    return more.with("base/gateways.yaml", gateways(mesh))
        .with("base/sidecar.yaml", sidecar(mesh))
        .with("base/proxy-config.yaml", proxyConfig(mesh))
        .with("base/egress.yaml", egress(mesh));
  }

  private static Namespace namespace(PolicyCortex mesh) {
    return Namespace.namespace(mesh.namespace())
        .metadata(Metadata.metadata(mesh.namespace()).label("istio-injection", "enabled"));
  }

  private static Service service(ServiceRef service) {
    Metadata metadata = Metadata.metadata(service.name()).label("app", service.name());
    return Service.service(service.name())
        .metadata(service.namespace().map(metadata::namespace).orElse(metadata))
        .selector(service.matchLabels())
        .ports(
            service.ports().stream()
                .map(
                    port ->
                        ServicePort.servicePort(port.number())
                            .name(port.name())
                            .appProtocol(port.protocol()))
                .toList());
  }

  private static List<Manifest> gateways(PolicyCortex mesh) {
    List<Manifest> gateways = new ArrayList<>();
    gateways.add(publicGateway(mesh));
    if (mesh.get(Settings.INTERNAL_GATEWAY)) {
      gateways.add(internalGateway(mesh));
    }
    return gateways;
  }

  private static Gateway publicGateway(PolicyCortex mesh) {
    List<String> hosts = new ArrayList<>(mesh.hosts().site());
    hosts.addAll(mesh.hosts().api());
    return Gateway.gateway(PUBLIC_GATEWAY)
        .in(mesh.namespace())
        .selector(mesh.services().ingressGateway().matchLabels())
        .servers(
            Server.server(Port.port(80, "HTTP", "http"))
                .hosts(hosts)
                .tls(ServerTlsSettings.serverTlsSettings().httpsRedirect(true)),
            Server.server(Port.port(443, "HTTPS", "https"))
                .hosts(hosts)
                .tls(tls(ServerTlsMode.SIMPLE).credentialName(mesh.get(Settings.TLS_CREDENTIAL))));
  }

  private static Gateway internalGateway(PolicyCortex mesh) {
    return Gateway.gateway(INTERNAL_GATEWAY)
        .in(mesh.namespace())
        .selector(mesh.services().internalGateway().matchLabels())
        .servers(
            Server.server(Port.port(443, "HTTPS", "https"))
                .hosts(mesh.hosts().internal())
                .tls(
                    tls(ServerTlsMode.MUTUAL)
                        .credentialName(mesh.get(Settings.INTERNAL_CREDENTIAL))));
  }

  private static ServerTlsSettings tls(ServerTlsMode mode) {
    return ServerTlsSettings.serverTlsSettings()
        .mode(mode)
        .minProtocolVersion(TlsProtocolVersion.TLSV1_2);
  }

  // In the root namespace it holds for every namespace that has no Sidecar of its own. Beside that
  // namespace's own services, a proxy sends spans.
  private static Sidecar sidecar(PolicyCortex mesh) {
    return Sidecar.sidecar("default")
        .in(mesh.get(Settings.ROOT_NAMESPACE))
        .egress(
            IstioEgressListener.istioEgressListener()
                .hosts("./*", "*/" + mesh.get(Settings.TRACING_SERVICE)))
        .outboundTrafficPolicy(
            OutboundTrafficPolicy.outboundTrafficPolicy()
                .mode(OutboundTrafficPolicyMode.REGISTRY_ONLY));
  }

  private static ProxyConfig proxyConfig(PolicyCortex mesh) {
    return ProxyConfig.proxyConfig("default")
        .in(mesh.namespace())
        .concurrency(mesh.get(Settings.PROXY_CONCURRENCY));
  }

  private static List<ServiceEntry> egress(PolicyCortex mesh) {
    return mesh.get(Settings.EGRESS_HOSTS).stream()
        .map(
            host ->
                ServiceEntry.serviceEntry(host.replace("*", "any").replace('.', '-'))
                    .in(mesh.namespace())
                    .hosts(host)
                    .ports(ServiceEntryPort.serviceEntryPort(443, "tls").protocol("TLS"))
                    .location(ServiceEntryLocation.MESH_EXTERNAL)
                    .resolution(
                        host.startsWith("*")
                            ? ServiceEntryResolution.NONE
                            : ServiceEntryResolution.DNS)
                    .exportTo("."))
        .toList();
  }
}
