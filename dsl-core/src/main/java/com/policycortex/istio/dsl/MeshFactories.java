package com.policycortex.istio.dsl;

import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.model.install.BaseComponentSpec;
import com.policycortex.istio.model.install.ComponentSpec;
import com.policycortex.istio.model.install.EnvironmentVariable;
import com.policycortex.istio.model.install.GatewayComponentSpec;
import com.policycortex.istio.model.install.IstioComponents;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.install.KubernetesOverlay;
import com.policycortex.istio.model.install.KubernetesResources;
import com.policycortex.istio.model.install.OverlayPatch;
import com.policycortex.istio.model.install.ResourceRequirements;
import com.policycortex.istio.model.mesh.Certificate;
import com.policycortex.istio.model.mesh.CertificateAuthority;
import com.policycortex.istio.model.mesh.CertificateData;
import com.policycortex.istio.model.mesh.ConfigSource;
import com.policycortex.istio.model.mesh.ConnectionSettings;
import com.policycortex.istio.model.mesh.CryptoMb;
import com.policycortex.istio.model.mesh.DatadogTracer;
import com.policycortex.istio.model.mesh.DatadogTracingProvider;
import com.policycortex.istio.model.mesh.DefaultHeader;
import com.policycortex.istio.model.mesh.DefaultProviders;
import com.policycortex.istio.model.mesh.DefaultTrafficPolicy;
import com.policycortex.istio.model.mesh.DynatraceApi;
import com.policycortex.istio.model.mesh.DynatraceSampler;
import com.policycortex.istio.model.mesh.EnvoyExternalAuthorizationGrpcProvider;
import com.policycortex.istio.model.mesh.EnvoyExternalAuthorizationHttpProvider;
import com.policycortex.istio.model.mesh.EnvoyExternalAuthorizationRequestBody;
import com.policycortex.istio.model.mesh.EnvoyFileAccessLogProvider;
import com.policycortex.istio.model.mesh.EnvoyHttpGrpcV3LogProvider;
import com.policycortex.istio.model.mesh.EnvoyOpenTelemetryLogProvider;
import com.policycortex.istio.model.mesh.EnvoyTcpGrpcV3LogProvider;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.ExtensionProviderHttpHeader;
import com.policycortex.istio.model.mesh.GrpcService;
import com.policycortex.istio.model.mesh.HttpService;
import com.policycortex.istio.model.mesh.InboundTrafficPolicy;
import com.policycortex.istio.model.mesh.IstioNetworkGateway;
import com.policycortex.istio.model.mesh.LightstepTracer;
import com.policycortex.istio.model.mesh.LightstepTracingProvider;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.model.mesh.MeshNetworks;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicy;
import com.policycortex.istio.model.mesh.MeshProxyConfig;
import com.policycortex.istio.model.mesh.MetadataExchangeHeaders;
import com.policycortex.istio.model.mesh.Network;
import com.policycortex.istio.model.mesh.NetworkEndpoints;
import com.policycortex.istio.model.mesh.OpenCensusAgentTracer;
import com.policycortex.istio.model.mesh.OpenCensusAgentTracingProvider;
import com.policycortex.istio.model.mesh.OpenTelemetryLogFormat;
import com.policycortex.istio.model.mesh.OpenTelemetryTracingProvider;
import com.policycortex.istio.model.mesh.OptionalHeader;
import com.policycortex.istio.model.mesh.PrivateKeyProvider;
import com.policycortex.istio.model.mesh.PrometheusMetricsProvider;
import com.policycortex.istio.model.mesh.ProxyHeaders;
import com.policycortex.istio.model.mesh.ProxyPathNormalization;
import com.policycortex.istio.model.mesh.ProxyProtocolConfiguration;
import com.policycortex.istio.model.mesh.ProxyStatsMatcher;
import com.policycortex.istio.model.mesh.ProxyTracing;
import com.policycortex.istio.model.mesh.Qat;
import com.policycortex.istio.model.mesh.RemoteService;
import com.policycortex.istio.model.mesh.ResourceDetector;
import com.policycortex.istio.model.mesh.ResourceDetectors;
import com.policycortex.istio.model.mesh.SdsProvider;
import com.policycortex.istio.model.mesh.SecretDiscoveryService;
import com.policycortex.istio.model.mesh.ServerHeader;
import com.policycortex.istio.model.mesh.ServiceEntryMatchRule;
import com.policycortex.istio.model.mesh.ServiceEntryVisibility;
import com.policycortex.istio.model.mesh.ServiceEntryVisibilityPolicy;
import com.policycortex.istio.model.mesh.ServiceScopeConfigs;
import com.policycortex.istio.model.mesh.ServiceSettings;
import com.policycortex.istio.model.mesh.ServiceSettingsDetails;
import com.policycortex.istio.model.mesh.SetCurrentClientCertDetails;
import com.policycortex.istio.model.mesh.SkyWalkingTracingProvider;
import com.policycortex.istio.model.mesh.StackdriverLogging;
import com.policycortex.istio.model.mesh.StackdriverProvider;
import com.policycortex.istio.model.mesh.StackdriverTracer;
import com.policycortex.istio.model.mesh.TlsConfig;
import com.policycortex.istio.model.mesh.Topology;
import com.policycortex.istio.model.mesh.TracingCustomTag;
import com.policycortex.istio.model.mesh.TracingEnvironment;
import com.policycortex.istio.model.mesh.TracingLiteral;
import com.policycortex.istio.model.mesh.TracingRequestHeader;
import com.policycortex.istio.model.mesh.ZipkinTracer;
import com.policycortex.istio.model.mesh.ZipkinTracingProvider;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Map;

/** The factories of MeshConfig and its messages, of installations, and of what all kinds have. */
abstract class MeshFactories {

  MeshFactories() {}

  /** A {@link BaseComponentSpec} that sets nothing yet. */
  public static BaseComponentSpec baseComponentSpec() {
    return BaseComponentSpec.baseComponentSpec();
  }

  /** A {@link Certificate} that sets nothing yet. */
  public static Certificate certificate() {
    return Certificate.certificate();
  }

  /** A {@link CertificateAuthority} that sets nothing yet. */
  public static CertificateAuthority certificateAuthority() {
    return CertificateAuthority.certificateAuthority();
  }

  /** A {@link CertificateData} that sets nothing yet. */
  public static CertificateData certificateData() {
    return CertificateData.certificateData();
  }

  /** A {@link ComponentSpec} that sets nothing yet. */
  public static ComponentSpec componentSpec() {
    return ComponentSpec.componentSpec();
  }

  /** A {@link ConfigSource} that sets nothing yet. */
  public static ConfigSource configSource() {
    return ConfigSource.configSource();
  }

  /** A {@link ConnectionSettings} that sets nothing yet. */
  public static ConnectionSettings connectionSettings() {
    return ConnectionSettings.connectionSettings();
  }

  /** A {@link CryptoMb} that sets nothing yet. */
  public static CryptoMb cryptoMb() {
    return CryptoMb.cryptoMb();
  }

  /** A {@link DatadogTracer} that sets nothing yet. */
  public static DatadogTracer datadogTracer() {
    return DatadogTracer.datadogTracer();
  }

  /** A {@link DatadogTracingProvider}: the service at this host and port. */
  public static DatadogTracingProvider datadogTracingProvider(String service, long port) {
    return DatadogTracingProvider.datadogTracingProvider(service, port);
  }

  /** A {@link DefaultHeader} that sets nothing yet. */
  public static DefaultHeader defaultHeader() {
    return DefaultHeader.defaultHeader();
  }

  /** A {@link DefaultProviders} that sets nothing yet. */
  public static DefaultProviders defaultProviders() {
    return DefaultProviders.defaultProviders();
  }

  /** A {@link DefaultTrafficPolicy} that sets nothing yet. */
  public static DefaultTrafficPolicy defaultTrafficPolicy() {
    return DefaultTrafficPolicy.defaultTrafficPolicy();
  }

  /** A {@link DynatraceApi}: the service at this host and port. */
  public static DynatraceApi dynatraceApi(String service, long port) {
    return DynatraceApi.dynatraceApi(service, port);
  }

  /** A {@link DynatraceSampler}: the sampler of this customer and cluster. */
  public static DynatraceSampler dynatraceSampler(String tenant, int clusterId) {
    return DynatraceSampler.dynatraceSampler(tenant, clusterId);
  }

  /** An {@link EnvironmentVariable}: the variable of this name. */
  public static EnvironmentVariable environmentVariable(String name) {
    return EnvironmentVariable.environmentVariable(name);
  }

  /** An {@link EnvoyExternalAuthorizationGrpcProvider}: the service at this host and port. */
  public static EnvoyExternalAuthorizationGrpcProvider envoyExternalAuthorizationGrpcProvider(
      String service, long port) {
    return EnvoyExternalAuthorizationGrpcProvider.envoyExternalAuthorizationGrpcProvider(
        service, port);
  }

  /** An {@link EnvoyExternalAuthorizationHttpProvider}: the service at this host and port. */
  public static EnvoyExternalAuthorizationHttpProvider envoyExternalAuthorizationHttpProvider(
      String service, long port) {
    return EnvoyExternalAuthorizationHttpProvider.envoyExternalAuthorizationHttpProvider(
        service, port);
  }

  /** An {@link EnvoyExternalAuthorizationRequestBody} that sets nothing yet. */
  public static EnvoyExternalAuthorizationRequestBody envoyExternalAuthorizationRequestBody() {
    return EnvoyExternalAuthorizationRequestBody.envoyExternalAuthorizationRequestBody();
  }

  /** An {@link EnvoyFileAccessLogProvider} that sets nothing yet. */
  public static EnvoyFileAccessLogProvider envoyFileAccessLogProvider() {
    return EnvoyFileAccessLogProvider.envoyFileAccessLogProvider();
  }

  /** An {@link EnvoyHttpGrpcV3LogProvider}: the service at this host and port. */
  public static EnvoyHttpGrpcV3LogProvider envoyHttpGrpcV3LogProvider(String service, long port) {
    return EnvoyHttpGrpcV3LogProvider.envoyHttpGrpcV3LogProvider(service, port);
  }

  /** An {@link EnvoyOpenTelemetryLogProvider}: the service at this host and port. */
  public static EnvoyOpenTelemetryLogProvider envoyOpenTelemetryLogProvider(
      String service, long port) {
    return EnvoyOpenTelemetryLogProvider.envoyOpenTelemetryLogProvider(service, port);
  }

  /** An {@link EnvoyTcpGrpcV3LogProvider}: the service at this host and port. */
  public static EnvoyTcpGrpcV3LogProvider envoyTcpGrpcV3LogProvider(String service, long port) {
    return EnvoyTcpGrpcV3LogProvider.envoyTcpGrpcV3LogProvider(service, port);
  }

  /** An {@link ExtensionProvider}: the provider of this name. */
  public static ExtensionProvider extensionProvider(String name) {
    return ExtensionProvider.extensionProvider(name);
  }

  /** An {@link ExtensionProviderHttpHeader}: a header of this name. */
  public static ExtensionProviderHttpHeader extensionProviderHttpHeader(String name) {
    return ExtensionProviderHttpHeader.extensionProviderHttpHeader(name);
  }

  /** A {@link GatewayComponentSpec}: a gateway of this name. */
  public static GatewayComponentSpec gatewayComponentSpec(String name) {
    return GatewayComponentSpec.gatewayComponentSpec(name);
  }

  /** A {@link GrpcService} that sets nothing yet. */
  public static GrpcService grpcService() {
    return GrpcService.grpcService();
  }

  /** A {@link HttpService} that sets nothing yet. */
  public static HttpService httpService() {
    return HttpService.httpService();
  }

  /** An {@link InboundTrafficPolicy} that sets nothing yet. */
  public static InboundTrafficPolicy inboundTrafficPolicy() {
    return InboundTrafficPolicy.inboundTrafficPolicy();
  }

  /** An {@link IstioComponents} that sets nothing yet. */
  public static IstioComponents istioComponents() {
    return IstioComponents.istioComponents();
  }

  /** An {@link IstioNetworkGateway} that sets nothing yet. */
  public static IstioNetworkGateway istioNetworkGateway() {
    return IstioNetworkGateway.istioNetworkGateway();
  }

  /** An {@link IstioOperator}: an installation of this name, that sets nothing yet. */
  public static IstioOperator istioOperator(String name) {
    return IstioOperator.istioOperator(name);
  }

  /** A {@link KubernetesOverlay}: no changes yet of this resource. */
  public static KubernetesOverlay kubernetesOverlay(String kind, String name) {
    return KubernetesOverlay.kubernetesOverlay(kind, name);
  }

  /** A {@link KubernetesResources} that sets nothing yet. */
  public static KubernetesResources kubernetesResources() {
    return KubernetesResources.kubernetesResources();
  }

  /** A {@link LightstepTracer} that sets nothing yet. */
  public static LightstepTracer lightstepTracer() {
    return LightstepTracer.lightstepTracer();
  }

  /** A {@link LightstepTracingProvider}: the service at this host and port. */
  public static LightstepTracingProvider lightstepTracingProvider(String service, long port) {
    return LightstepTracingProvider.lightstepTracingProvider(service, port);
  }

  /** A {@link MeshConfig} that sets nothing yet. */
  public static MeshConfig meshConfig() {
    return MeshConfig.meshConfig();
  }

  /** A {@link MeshNetworks} that sets nothing yet. */
  public static MeshNetworks meshNetworks() {
    return MeshNetworks.meshNetworks();
  }

  /** A {@link MeshOutboundTrafficPolicy} that sets nothing yet. */
  public static MeshOutboundTrafficPolicy meshOutboundTrafficPolicy() {
    return MeshOutboundTrafficPolicy.meshOutboundTrafficPolicy();
  }

  /** A {@link MeshProxyConfig} that sets nothing yet. */
  public static MeshProxyConfig meshProxyConfig() {
    return MeshProxyConfig.meshProxyConfig();
  }

  /** Metadata of a name only. */
  public static Metadata metadata(String name) {
    return Metadata.metadata(name);
  }

  /** A {@link MetadataExchangeHeaders} that sets nothing yet. */
  public static MetadataExchangeHeaders metadataExchangeHeaders() {
    return MetadataExchangeHeaders.metadataExchangeHeaders();
  }

  /** A {@link Network} that sets nothing yet. */
  public static Network network() {
    return Network.network();
  }

  /** A {@link NetworkEndpoints} that sets nothing yet. */
  public static NetworkEndpoints networkEndpoints() {
    return NetworkEndpoints.networkEndpoints();
  }

  /** An {@link OpenCensusAgentTracer} that sets nothing yet. */
  public static OpenCensusAgentTracer openCensusAgentTracer() {
    return OpenCensusAgentTracer.openCensusAgentTracer();
  }

  /** An {@link OpenCensusAgentTracingProvider}: the service at this host and port. */
  public static OpenCensusAgentTracingProvider openCensusAgentTracingProvider(
      String service, long port) {
    return OpenCensusAgentTracingProvider.openCensusAgentTracingProvider(service, port);
  }

  /** An {@link OpenTelemetryLogFormat} that sets nothing yet. */
  public static OpenTelemetryLogFormat openTelemetryLogFormat() {
    return OpenTelemetryLogFormat.openTelemetryLogFormat();
  }

  /** An {@link OpenTelemetryTracingProvider}: the service at this host and port. */
  public static OpenTelemetryTracingProvider openTelemetryTracingProvider(
      String service, long port) {
    return OpenTelemetryTracingProvider.openTelemetryTracingProvider(service, port);
  }

  /** An {@link OptionalHeader} that sets nothing yet. */
  public static OptionalHeader optionalHeader() {
    return OptionalHeader.optionalHeader();
  }

  /** An {@link OverlayPatch}: a change of this field; without a value, it is taken away. */
  public static OverlayPatch overlayPatch(String path) {
    return OverlayPatch.overlayPatch(path);
  }

  /** A {@link PrivateKeyProvider} that sets nothing yet. */
  public static PrivateKeyProvider privateKeyProvider() {
    return PrivateKeyProvider.privateKeyProvider();
  }

  /** A {@link PrometheusMetricsProvider}: the provider. */
  public static PrometheusMetricsProvider prometheusMetricsProvider() {
    return PrometheusMetricsProvider.prometheusMetricsProvider();
  }

  /** A {@link ProxyHeaders} that sets nothing yet. */
  public static ProxyHeaders proxyHeaders() {
    return ProxyHeaders.proxyHeaders();
  }

  /** A {@link ProxyPathNormalization} that sets nothing yet. */
  public static ProxyPathNormalization proxyPathNormalization() {
    return ProxyPathNormalization.proxyPathNormalization();
  }

  /** A {@link ProxyProtocolConfiguration}: the protocol is spoken. */
  public static ProxyProtocolConfiguration proxyProtocolConfiguration() {
    return ProxyProtocolConfiguration.proxyProtocolConfiguration();
  }

  /** A {@link ProxyStatsMatcher} that sets nothing yet. */
  public static ProxyStatsMatcher proxyStatsMatcher() {
    return ProxyStatsMatcher.proxyStatsMatcher();
  }

  /** A {@link ProxyTracing} that sets nothing yet. */
  public static ProxyTracing proxyTracing() {
    return ProxyTracing.proxyTracing();
  }

  /** A {@link Qat} that sets nothing yet. */
  public static Qat qat() {
    return Qat.qat();
  }

  /** A {@link RawManifest}: a manifest of any kind. */
  public static RawManifest rawManifest(
      String apiVersion, String kind, Metadata metadata, JsonObject body) {
    return RawManifest.rawManifest(apiVersion, kind, metadata, body);
  }

  /** A {@link RemoteService} that sets nothing yet. */
  public static RemoteService remoteService() {
    return RemoteService.remoteService();
  }

  /** A {@link ResourceDetector}: the detector. */
  public static ResourceDetector resourceDetector() {
    return ResourceDetector.resourceDetector();
  }

  /** A {@link ResourceDetectors} that sets nothing yet. */
  public static ResourceDetectors resourceDetectors() {
    return ResourceDetectors.resourceDetectors();
  }

  /** A {@link ResourceRequirements} that sets nothing yet. */
  public static ResourceRequirements resourceRequirements() {
    return ResourceRequirements.resourceRequirements();
  }

  /** A {@link SdsProvider}: the service at this host and port. */
  public static SdsProvider sdsProvider(String name, String service, long port) {
    return SdsProvider.sdsProvider(name, service, port);
  }

  /** A {@link SecretDiscoveryService} that sets nothing yet. */
  public static SecretDiscoveryService secretDiscoveryService() {
    return SecretDiscoveryService.secretDiscoveryService();
  }

  /** A {@link ServerHeader} that sets nothing yet. */
  public static ServerHeader serverHeader() {
    return ServerHeader.serverHeader();
  }

  /** A {@link ServiceEntryMatchRule} that sets nothing yet. */
  public static ServiceEntryMatchRule serviceEntryMatchRule() {
    return ServiceEntryMatchRule.serviceEntryMatchRule();
  }

  /** A {@link ServiceEntryVisibility} that sets nothing yet. */
  public static ServiceEntryVisibility serviceEntryVisibility() {
    return ServiceEntryVisibility.serviceEntryVisibility();
  }

  /** A {@link ServiceEntryVisibilityPolicy} that sets nothing yet. */
  public static ServiceEntryVisibilityPolicy serviceEntryVisibilityPolicy() {
    return ServiceEntryVisibilityPolicy.serviceEntryVisibilityPolicy();
  }

  /** A {@link ServiceScopeConfigs} that sets nothing yet. */
  public static ServiceScopeConfigs serviceScopeConfigs() {
    return ServiceScopeConfigs.serviceScopeConfigs();
  }

  /** A {@link ServiceSettings} that sets nothing yet. */
  public static ServiceSettings serviceSettings() {
    return ServiceSettings.serviceSettings();
  }

  /** A {@link ServiceSettingsDetails} that sets nothing yet. */
  public static ServiceSettingsDetails serviceSettingsDetails() {
    return ServiceSettingsDetails.serviceSettingsDetails();
  }

  /** A {@link SetCurrentClientCertDetails} that sets nothing yet. */
  public static SetCurrentClientCertDetails setCurrentClientCertDetails() {
    return SetCurrentClientCertDetails.setCurrentClientCertDetails();
  }

  /** A {@link SkyWalkingTracingProvider}: the service at this host and port. */
  public static SkyWalkingTracingProvider skyWalkingTracingProvider(String service, long port) {
    return SkyWalkingTracingProvider.skyWalkingTracingProvider(service, port);
  }

  /** A {@link StackdriverLogging} that sets nothing yet. */
  public static StackdriverLogging stackdriverLogging() {
    return StackdriverLogging.stackdriverLogging();
  }

  /** A {@link StackdriverProvider} that sets nothing yet. */
  public static StackdriverProvider stackdriverProvider() {
    return StackdriverProvider.stackdriverProvider();
  }

  /** A {@link StackdriverTracer} that sets nothing yet. */
  public static StackdriverTracer stackdriverTracer() {
    return StackdriverTracer.stackdriverTracer();
  }

  /** A {@link TargetReference}: a reference to a kind of Kubernetes' core, without a group. */
  public static TargetReference targetReference(String kind, String name) {
    return TargetReference.targetReference(kind, name);
  }

  /** A {@link TargetReference}: a reference within the policy's own namespace. */
  public static TargetReference targetReference(String group, String kind, String name) {
    return TargetReference.targetReference(group, kind, name);
  }

  /** A {@link TlsConfig} that sets nothing yet. */
  public static TlsConfig tlsConfig() {
    return TlsConfig.tlsConfig();
  }

  /** A {@link Topology} that sets nothing yet. */
  public static Topology topology() {
    return Topology.topology();
  }

  /** A {@link TracingCustomTag} that sets nothing yet. */
  public static TracingCustomTag tracingCustomTag() {
    return TracingCustomTag.tracingCustomTag();
  }

  /** A {@link TracingEnvironment} that sets nothing yet. */
  public static TracingEnvironment tracingEnvironment() {
    return TracingEnvironment.tracingEnvironment();
  }

  /** A {@link TracingLiteral} that sets nothing yet. */
  public static TracingLiteral tracingLiteral() {
    return TracingLiteral.tracingLiteral();
  }

  /** A {@link TracingRequestHeader} that sets nothing yet. */
  public static TracingRequestHeader tracingRequestHeader() {
    return TracingRequestHeader.tracingRequestHeader();
  }

  /** A {@link WorkloadSelector}: a selector of these labels. */
  public static WorkloadSelector workloadSelector(Map<String, String> labels) {
    return WorkloadSelector.workloadSelector(labels);
  }

  /** A {@link ZipkinTracer} that sets nothing yet. */
  public static ZipkinTracer zipkinTracer() {
    return ZipkinTracer.zipkinTracer();
  }

  /** A {@link ZipkinTracingProvider}: the service at this host and port. */
  public static ZipkinTracingProvider zipkinTracingProvider(String service, long port) {
    return ZipkinTracingProvider.zipkinTracingProvider(service, port);
  }
}
