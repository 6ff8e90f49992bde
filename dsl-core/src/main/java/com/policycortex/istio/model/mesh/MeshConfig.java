package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.networking.HttpRetry;
import com.policycortex.istio.model.networking.LocalityLoadBalancerSetting;
import com.policycortex.istio.model.networking.TcpKeepalive;
import com.policycortex.istio.model.networking.ZoneAwareLoadBalancerSetting;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What holds for the whole mesh.
 *
 * <p>It is part of an {@link com.policycortex.istio.model.install.IstioOperator}, or the text
 * {@code mesh} of the ConfigMap {@code istio}, or {@code istio-REVISION}, in istiod's namespace.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig">MeshConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MeshConfig extends Message {

  MeshConfig() {}

  /** A value that sets nothing yet. */
  public static MeshConfig meshConfig() {
    return ImmutableMeshConfig.builder().build();
  }

  /** The port of traffic from the application. Default 15001. */
  public abstract Optional<Integer> proxyListenPort();

  /** A copy with this {@link #proxyListenPort()}. */
  public abstract MeshConfig proxyListenPort(int proxyListenPort);

  /** The port of traffic for the application. Default 15006. */
  public abstract Optional<Integer> proxyInboundListenPort();

  /** A copy with this {@link #proxyInboundListenPort()}. */
  public abstract MeshConfig proxyInboundListenPort(int proxyInboundListenPort);

  /** The port of an HTTP proxy for the application. Default: none. */
  public abstract Optional<Integer> proxyHttpPort();

  /** A copy with this {@link #proxyHttpPort()}. */
  public abstract MeshConfig proxyHttpPort(int proxyHttpPort);

  /** How long a connection may take; 1 ms to 1 h. Default 10 s. */
  public abstract Optional<Duration> connectTimeout();

  /** A copy with this {@link #connectTimeout()}. */
  public abstract MeshConfig connectTimeout(Duration connectTimeout);

  /** After how long without use Envoy ends a tunnel to a ztunnel. Default 1 h. */
  public abstract Optional<Duration> hboneIdleTimeout();

  /** A copy with this {@link #hboneIdleTimeout()}. */
  public abstract MeshConfig hboneIdleTimeout(Duration hboneIdleTimeout);

  /** How long a protocol is looked for; whole milliseconds. Default 0: until known. */
  public abstract Optional<Duration> protocolDetectionTimeout();

  /** A copy with this {@link #protocolDetectionTimeout()}. */
  public abstract MeshConfig protocolDetectionTimeout(Duration protocolDetectionTimeout);

  /** Whether and how idle connections are probed. Default: not. */
  public abstract Optional<TcpKeepalive> tcpKeepalive();

  /** A copy with this {@link #tcpKeepalive()}. */
  public abstract MeshConfig tcpKeepalive(TcpKeepalive tcpKeepalive);

  /** The class of Ingresses that are Istio's. Default {@code istio}. */
  public abstract Optional<String> ingressClass();

  /** A copy with this {@link #ingressClass()}. */
  public abstract MeshConfig ingressClass(String ingressClass);

  /** The Service of the gateway for Ingresses. Default {@code istio-ingressgateway}. */
  public abstract Optional<String> ingressService();

  /** A copy with this {@link #ingressService()}. */
  public abstract MeshConfig ingressService(String ingressService);

  /** Default {@link IngressControllerMode#STRICT}. */
  public abstract Optional<IngressControllerMode> ingressControllerMode();

  /** A copy with this {@link #ingressControllerMode()}. */
  public abstract MeshConfig ingressControllerMode(IngressControllerMode ingressControllerMode);

  /** The label {@code istio} of the gateway for Ingresses. Default {@code ingressgateway}. */
  public abstract Optional<String> ingressSelector();

  /** A copy with this {@link #ingressSelector()}. */
  public abstract MeshConfig ingressSelector(String ingressSelector);

  /** Whether requests are traced. Default true. */
  public abstract Optional<Boolean> enableTracing();

  /** A copy with this {@link #enableTracing()}. */
  public abstract MeshConfig enableTracing(boolean enableTracing);

  /** Where access logs are written, for example {@code /dev/stdout}. Default: nowhere. */
  public abstract Optional<String> accessLogFile();

  /** A copy with this {@link #accessLogFile()}. */
  public abstract MeshConfig accessLogFile(String accessLogFile);

  /** Their format. Default: Istio's. */
  public abstract Optional<String> accessLogFormat();

  /** A copy with this {@link #accessLogFormat()}. */
  public abstract MeshConfig accessLogFormat(String accessLogFormat);

  /** Default {@link AccessLogEncoding#TEXT}. */
  public abstract Optional<AccessLogEncoding> accessLogEncoding();

  /** A copy with this {@link #accessLogEncoding()}. */
  public abstract MeshConfig accessLogEncoding(AccessLogEncoding accessLogEncoding);

  /** Whether access logs are sent by gRPC too. Default false. */
  public abstract Optional<Boolean> enableEnvoyAccessLogService();

  /** A copy with this {@link #enableEnvoyAccessLogService()}. */
  public abstract MeshConfig enableEnvoyAccessLogService(boolean enableEnvoyAccessLogService);

  /** Whether listeners do not log what has no route. Default false. */
  public abstract Optional<Boolean> disableEnvoyListenerLog();

  /** A copy with this {@link #disableEnvoyListenerLog()}. */
  public abstract MeshConfig disableEnvoyListenerLog(boolean disableEnvoyListenerLog);

  /** What holds for every proxy. */
  public abstract Optional<MeshProxyConfig> defaultConfig();

  /** A copy with this {@link #defaultConfig()}. */
  public abstract MeshConfig defaultConfig(MeshProxyConfig defaultConfig);

  /** What happens to traffic for unknown hosts. Default ALLOW_ANY. */
  public abstract Optional<MeshOutboundTrafficPolicy> outboundTrafficPolicy();

  /** A copy with this {@link #outboundTrafficPolicy()}. */
  public abstract MeshConfig outboundTrafficPolicy(MeshOutboundTrafficPolicy outboundTrafficPolicy);

  /** Where sidecars send traffic for the application. */
  public abstract Optional<InboundTrafficPolicy> inboundTrafficPolicy();

  /** A copy with this {@link #inboundTrafficPolicy()}. */
  public abstract MeshConfig inboundTrafficPolicy(InboundTrafficPolicy inboundTrafficPolicy);

  /** From where istiod gets configuration. Default: Kubernetes. */
  public abstract List<ConfigSource> configSources();

  /** A copy with this {@link #configSources()}. */
  public abstract MeshConfig configSources(Iterable<? extends ConfigSource> configSources);

  /** A copy with these added to {@link #configSources()}. */
  public final MeshConfig configSources(ConfigSource first, ConfigSource... more) {
    return configSources(added(configSources(), first, more));
  }

  /** Whether clients use mutual TLS wherever the server has a sidecar. Default true. */
  public abstract Optional<Boolean> enableAutoMtls();

  /** A copy with this {@link #enableAutoMtls()}. */
  public abstract MeshConfig enableAutoMtls(boolean enableAutoMtls);

  /** The first part of every identity. Default cluster.local. */
  public abstract Optional<String> trustDomain();

  /** A copy with this {@link #trustDomain()}. */
  public abstract MeshConfig trustDomain(String trustDomain);

  /** Other trust domains whose identities count as the mesh's own. */
  public abstract List<String> trustDomainAliases();

  /** A copy with this {@link #trustDomainAliases()}. */
  public abstract MeshConfig trustDomainAliases(Iterable<String> trustDomainAliases);

  /** A copy with these added to {@link #trustDomainAliases()}. */
  public final MeshConfig trustDomainAliases(String first, String... more) {
    return trustDomainAliases(added(trustDomainAliases(), first, more));
  }

  /** Further root certificates that workloads trust. */
  public abstract List<CertificateData> caCertificates();

  /** A copy with this {@link #caCertificates()}. */
  public abstract MeshConfig caCertificates(Iterable<? extends CertificateData> caCertificates);

  /** A copy with these added to {@link #caCertificates()}. */
  public final MeshConfig caCertificates(CertificateData first, CertificateData... more) {
    return caCertificates(added(caCertificates(), first, more));
  }

  /**
   * Who sees Services and ServiceEntries that say nothing: {@code *} all, {@code .} their
   * namespace, {@code ~} nobody, or names. Default: all.
   */
  public abstract List<String> defaultServiceExportTo();

  /** A copy with this {@link #defaultServiceExportTo()}. */
  public abstract MeshConfig defaultServiceExportTo(Iterable<String> defaultServiceExportTo);

  /** A copy with these added to {@link #defaultServiceExportTo()}. */
  public final MeshConfig defaultServiceExportTo(String first, String... more) {
    return defaultServiceExportTo(added(defaultServiceExportTo(), first, more));
  }

  /** Who sees VirtualServices that say nothing. Default: all. */
  public abstract List<String> defaultVirtualServiceExportTo();

  /** A copy with this {@link #defaultVirtualServiceExportTo()}. */
  public abstract MeshConfig defaultVirtualServiceExportTo(
      Iterable<String> defaultVirtualServiceExportTo);

  /** A copy with these added to {@link #defaultVirtualServiceExportTo()}. */
  public final MeshConfig defaultVirtualServiceExportTo(String first, String... more) {
    return defaultVirtualServiceExportTo(added(defaultVirtualServiceExportTo(), first, more));
  }

  /** Who sees DestinationRules that say nothing. Default: all. */
  public abstract List<String> defaultDestinationRuleExportTo();

  /** A copy with this {@link #defaultDestinationRuleExportTo()}. */
  public abstract MeshConfig defaultDestinationRuleExportTo(
      Iterable<String> defaultDestinationRuleExportTo);

  /** A copy with these added to {@link #defaultDestinationRuleExportTo()}. */
  public final MeshConfig defaultDestinationRuleExportTo(String first, String... more) {
    return defaultDestinationRuleExportTo(added(defaultDestinationRuleExportTo(), first, more));
  }

  /** Where configuration holds for the whole mesh. Default istio-system. */
  public abstract Optional<String> rootNamespace();

  /** A copy with this {@link #rootNamespace()}. */
  public abstract MeshConfig rootNamespace(String rootNamespace);

  /** Which localities are preferred. Default: the client's own, with outlier detection. */
  public abstract Optional<LocalityLoadBalancerSetting> localityLbSetting();

  /** A copy with this {@link #localityLbSetting()}. */
  public abstract MeshConfig localityLbSetting(LocalityLoadBalancerSetting localityLbSetting);

  /** Routing by zones, over {@link #localityLbSetting()}. Default: none. */
  public abstract Optional<ZoneAwareLoadBalancerSetting> zoneAwareLbSetting();

  /** A copy with this {@link #zoneAwareLbSetting()}. */
  public abstract MeshConfig zoneAwareLbSetting(ZoneAwareLoadBalancerSetting zoneAwareLbSetting);

  /** After how long a DNS name that was not found is asked for again. Default 60 s. */
  public abstract Optional<Duration> dnsRefreshRate();

  /** A copy with this {@link #dnsRefreshRate()}. */
  public abstract MeshConfig dnsRefreshRate(Duration dnsRefreshRate);

  /** Default {@link MeshH2UpgradePolicy#DO_NOT_UPGRADE}. */
  public abstract Optional<MeshH2UpgradePolicy> h2UpgradePolicy();

  /** A copy with this {@link #h2UpgradePolicy()}. */
  public abstract MeshConfig h2UpgradePolicy(MeshH2UpgradePolicy h2UpgradePolicy);

  /**
   * The names of metrics of the application's own ports, for example {@code
   * %SERVICE_FQDN%_%SERVICE_PORT%}.
   */
  public abstract Optional<String> inboundClusterStatName();

  /** A copy with this {@link #inboundClusterStatName()}. */
  public abstract MeshConfig inboundClusterStatName(String inboundClusterStatName);

  /** The names of metrics of other services. */
  public abstract Optional<String> outboundClusterStatName();

  /** A copy with this {@link #outboundClusterStatName()}. */
  public abstract MeshConfig outboundClusterStatName(String outboundClusterStatName);

  /** Certificates that istiod provides; deprecated. */
  public abstract List<Certificate> certificates();

  /** A copy with this {@link #certificates()}. */
  public abstract MeshConfig certificates(Iterable<? extends Certificate> certificates);

  /** A copy with these added to {@link #certificates()}. */
  public final MeshConfig certificates(Certificate first, Certificate... more) {
    return certificates(added(certificates(), first, more));
  }

  /** Settings for some services. */
  public abstract List<ServiceSettings> serviceSettings();

  /** A copy with this {@link #serviceSettings()}. */
  public abstract MeshConfig serviceSettings(Iterable<? extends ServiceSettings> serviceSettings);

  /** A copy with these added to {@link #serviceSettings()}. */
  public final MeshConfig serviceSettings(ServiceSettings first, ServiceSettings... more) {
    return serviceSettings(added(serviceSettings(), first, more));
  }

  /** From where services are reached in an ambient mesh of several clusters. */
  public abstract List<ServiceScopeConfigs> serviceScopeConfigs();

  /** A copy with this {@link #serviceScopeConfigs()}. */
  public abstract MeshConfig serviceScopeConfigs(
      Iterable<? extends ServiceScopeConfigs> serviceScopeConfigs);

  /** A copy with these added to {@link #serviceScopeConfigs()}. */
  public final MeshConfig serviceScopeConfigs(
      ServiceScopeConfigs first, ServiceScopeConfigs... more) {
    return serviceScopeConfigs(added(serviceScopeConfigs(), first, more));
  }

  /** Whether the proxy serves the application's metrics with its own. Default true. */
  public abstract Optional<Boolean> enablePrometheusMerge();

  /** A copy with this {@link #enablePrometheusMerge()}. */
  public abstract MeshConfig enablePrometheusMerge(boolean enablePrometheusMerge);

  /** Whether servers outside are verified without being told how; deprecated. Default true. */
  public abstract Optional<Boolean> verifyCertificateAtClient();

  /** A copy with this {@link #verifyCertificateAtClient()}. */
  public abstract MeshConfig verifyCertificateAtClient(boolean verifyCertificateAtClient);

  /** A certificate authority of one's own. */
  public abstract Optional<CertificateAuthority> ca();

  /** A copy with this {@link #ca()}. */
  public abstract MeshConfig ca(CertificateAuthority ca);

  /** Whom Telemetry and AuthorizationPolicy can name. */
  public abstract List<ExtensionProvider> extensionProviders();

  /** A copy with this {@link #extensionProviders()}. */
  public abstract MeshConfig extensionProviders(
      Iterable<? extends ExtensionProvider> extensionProviders);

  /** A copy with these added to {@link #extensionProviders()}. */
  public final MeshConfig extensionProviders(ExtensionProvider first, ExtensionProvider... more) {
    return extensionProviders(added(extensionProviders(), first, more));
  }

  /** Which of them are used where Telemetry names none. */
  public abstract Optional<DefaultProviders> defaultProviders();

  /** A copy with this {@link #defaultProviders()}. */
  public abstract MeshConfig defaultProviders(DefaultProviders defaultProviders);

  /** The namespaces that istiod looks at. Default: all. */
  public abstract List<LabelSelector> discoverySelectors();

  /** A copy with this {@link #discoverySelectors()}. */
  public abstract MeshConfig discoverySelectors(
      Iterable<? extends LabelSelector> discoverySelectors);

  /** A copy with these added to {@link #discoverySelectors()}. */
  public final MeshConfig discoverySelectors(LabelSelector first, LabelSelector... more) {
    return discoverySelectors(added(discoverySelectors(), first, more));
  }

  /** How paths are normalized before policies see them. */
  public abstract Optional<ProxyPathNormalization> pathNormalization();

  /** A copy with this {@link #pathNormalization()}. */
  public abstract MeshConfig pathNormalization(ProxyPathNormalization pathNormalization);

  /** Retries of routes that say none. Default: 2 attempts, when it is safe. */
  public abstract Optional<HttpRetry> defaultHttpRetryPolicy();

  /** A copy with this {@link #defaultHttpRetryPolicy()}. */
  public abstract MeshConfig defaultHttpRetryPolicy(HttpRetry defaultHttpRetryPolicy);

  /** TLS between proxies of the mesh. */
  public abstract Optional<TlsConfig> meshMtls();

  /** A copy with this {@link #meshMtls()}. */
  public abstract MeshConfig meshMtls(TlsConfig meshMtls);

  /** All other TLS that says nothing itself. */
  public abstract Optional<TlsConfig> tlsDefaults();

  /** A copy with this {@link #tlsDefaults()}. */
  public abstract MeshConfig tlsDefaults(TlsConfig tlsDefaults);

  /** What holds for every destination that no DestinationRule says otherwise of. */
  public abstract Optional<DefaultTrafficPolicy> defaultTrafficPolicy();

  /** A copy with this {@link #defaultTrafficPolicy()}. */
  public abstract MeshConfig defaultTrafficPolicy(DefaultTrafficPolicy defaultTrafficPolicy);

  /** Who sees ServiceEntries. Default: as they say. */
  public abstract Optional<ServiceEntryVisibility> serviceEntryVisibility();

  /** A copy with this {@link #serviceEntryVisibility()}. */
  public abstract MeshConfig serviceEntryVisibility(ServiceEntryVisibility serviceEntryVisibility);

  /** Reads one. */
  public static MeshConfig read(FieldReader in) {
    return ImmutableMeshConfig.builder()
        .origin(in.origin())
        .proxyListenPort(in.int32("proxyListenPort"))
        .proxyInboundListenPort(in.int32("proxyInboundListenPort"))
        .proxyHttpPort(in.int32("proxyHttpPort"))
        .connectTimeout(in.duration("connectTimeout"))
        .hboneIdleTimeout(in.duration("hboneIdleTimeout"))
        .protocolDetectionTimeout(in.duration("protocolDetectionTimeout"))
        .tcpKeepalive(in.message("tcpKeepalive", TcpKeepalive::read))
        .ingressClass(in.string("ingressClass"))
        .ingressService(in.string("ingressService"))
        .ingressControllerMode(in.enumeration("ingressControllerMode", IngressControllerMode.class))
        .ingressSelector(in.string("ingressSelector"))
        .enableTracing(in.bool("enableTracing"))
        .accessLogFile(in.string("accessLogFile"))
        .accessLogFormat(in.string("accessLogFormat"))
        .accessLogEncoding(in.enumeration("accessLogEncoding", AccessLogEncoding.class))
        .enableEnvoyAccessLogService(in.bool("enableEnvoyAccessLogService"))
        .disableEnvoyListenerLog(in.bool("disableEnvoyListenerLog"))
        .defaultConfig(in.message("defaultConfig", MeshProxyConfig::read))
        .outboundTrafficPolicy(in.message("outboundTrafficPolicy", MeshOutboundTrafficPolicy::read))
        .inboundTrafficPolicy(in.message("inboundTrafficPolicy", InboundTrafficPolicy::read))
        .configSources(in.messages("configSources", ConfigSource::read))
        .enableAutoMtls(in.bool("enableAutoMtls"))
        .trustDomain(in.string("trustDomain"))
        .trustDomainAliases(in.strings("trustDomainAliases"))
        .caCertificates(in.messages("caCertificates", CertificateData::read))
        .defaultServiceExportTo(in.strings("defaultServiceExportTo"))
        .defaultVirtualServiceExportTo(in.strings("defaultVirtualServiceExportTo"))
        .defaultDestinationRuleExportTo(in.strings("defaultDestinationRuleExportTo"))
        .rootNamespace(in.string("rootNamespace"))
        .localityLbSetting(in.message("localityLbSetting", LocalityLoadBalancerSetting::read))
        .zoneAwareLbSetting(in.message("zoneAwareLbSetting", ZoneAwareLoadBalancerSetting::read))
        .dnsRefreshRate(in.duration("dnsRefreshRate"))
        .h2UpgradePolicy(in.enumeration("h2UpgradePolicy", MeshH2UpgradePolicy.class))
        .inboundClusterStatName(in.string("inboundClusterStatName"))
        .outboundClusterStatName(in.string("outboundClusterStatName"))
        .certificates(in.messages("certificates", Certificate::read))
        .serviceSettings(in.messages("serviceSettings", ServiceSettings::read))
        .serviceScopeConfigs(in.messages("serviceScopeConfigs", ServiceScopeConfigs::read))
        .enablePrometheusMerge(in.bool("enablePrometheusMerge"))
        .verifyCertificateAtClient(in.bool("verifyCertificateAtClient"))
        .ca(in.message("ca", CertificateAuthority::read))
        .extensionProviders(in.messages("extensionProviders", ExtensionProvider::read))
        .defaultProviders(in.message("defaultProviders", DefaultProviders::read))
        .discoverySelectors(in.messages("discoverySelectors", LabelSelector::read))
        .pathNormalization(in.message("pathNormalization", ProxyPathNormalization::read))
        .defaultHttpRetryPolicy(in.message("defaultHttpRetryPolicy", HttpRetry::read))
        .meshMtls(in.message("meshMTLS", TlsConfig::read))
        .tlsDefaults(in.message("tlsDefaults", TlsConfig::read))
        .defaultTrafficPolicy(in.message("defaultTrafficPolicy", DefaultTrafficPolicy::read))
        .serviceEntryVisibility(in.message("serviceEntryVisibility", ServiceEntryVisibility::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int32("proxyListenPort", proxyListenPort());
    out.int32("proxyInboundListenPort", proxyInboundListenPort());
    out.int32("proxyHttpPort", proxyHttpPort());
    out.duration("connectTimeout", connectTimeout());
    out.duration("hboneIdleTimeout", hboneIdleTimeout());
    out.duration("protocolDetectionTimeout", protocolDetectionTimeout());
    out.message("tcpKeepalive", tcpKeepalive());
    out.string("ingressClass", ingressClass());
    out.string("ingressService", ingressService());
    out.enumeration("ingressControllerMode", ingressControllerMode());
    out.string("ingressSelector", ingressSelector());
    out.bool("enableTracing", enableTracing());
    out.string("accessLogFile", accessLogFile());
    out.string("accessLogFormat", accessLogFormat());
    out.enumeration("accessLogEncoding", accessLogEncoding());
    out.bool("enableEnvoyAccessLogService", enableEnvoyAccessLogService());
    out.bool("disableEnvoyListenerLog", disableEnvoyListenerLog());
    out.message("defaultConfig", defaultConfig());
    out.message("outboundTrafficPolicy", outboundTrafficPolicy());
    out.message("inboundTrafficPolicy", inboundTrafficPolicy());
    out.messages("configSources", configSources());
    out.bool("enableAutoMtls", enableAutoMtls());
    out.string("trustDomain", trustDomain());
    out.strings("trustDomainAliases", trustDomainAliases());
    out.messages("caCertificates", caCertificates());
    out.strings("defaultServiceExportTo", defaultServiceExportTo());
    out.strings("defaultVirtualServiceExportTo", defaultVirtualServiceExportTo());
    out.strings("defaultDestinationRuleExportTo", defaultDestinationRuleExportTo());
    out.string("rootNamespace", rootNamespace());
    out.message("localityLbSetting", localityLbSetting());
    out.message("zoneAwareLbSetting", zoneAwareLbSetting());
    out.duration("dnsRefreshRate", dnsRefreshRate());
    out.enumeration("h2UpgradePolicy", h2UpgradePolicy());
    out.string("inboundClusterStatName", inboundClusterStatName());
    out.string("outboundClusterStatName", outboundClusterStatName());
    out.messages("certificates", certificates());
    out.messages("serviceSettings", serviceSettings());
    out.messages("serviceScopeConfigs", serviceScopeConfigs());
    out.bool("enablePrometheusMerge", enablePrometheusMerge());
    out.bool("verifyCertificateAtClient", verifyCertificateAtClient());
    out.message("ca", ca());
    out.messages("extensionProviders", extensionProviders());
    out.message("defaultProviders", defaultProviders());
    out.messages("discoverySelectors", discoverySelectors());
    out.message("pathNormalization", pathNormalization());
    out.message("defaultHttpRetryPolicy", defaultHttpRetryPolicy());
    out.message("meshMTLS", meshMtls());
    out.message("tlsDefaults", tlsDefaults());
    out.message("defaultTrafficPolicy", defaultTrafficPolicy());
    out.message("serviceEntryVisibility", serviceEntryVisibility());
  }
}
