package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.ProxyImage;
import com.policycortex.istio.model.networking.ReadinessProbe;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What holds for every proxy. Istio calls it ProxyConfig, as the kind that holds for some.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig">ProxyConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MeshProxyConfig extends Message {

  MeshProxyConfig() {}

  /** A value that sets nothing yet. */
  public static MeshProxyConfig meshProxyConfig() {
    return ImmutableMeshProxyConfig.builder().build();
  }

  /** The folder of the generated configuration. Default {@code ./etc/istio/proxy}. */
  public abstract Optional<String> configPath();

  /** A copy with this {@link #configPath()}. */
  public abstract MeshProxyConfig configPath(String configPath);

  /** Envoy. Default {@code /usr/local/bin/envoy}. */
  public abstract Optional<String> binaryPath();

  /** A copy with this {@link #binaryPath()}. */
  public abstract MeshProxyConfig binaryPath(String binaryPath);

  /** How the proxy is called, above all in traces. */
  public abstract Optional<ClusterName> clusterName();

  /** A copy with this {@link #clusterName()}. */
  public abstract MeshProxyConfig clusterName(ClusterName clusterName);

  /** How long connections are drained at a hot restart; whole seconds, at least 1. Default 45 s. */
  public abstract Optional<Duration> drainDuration();

  /** A copy with this {@link #drainDuration()}. */
  public abstract MeshProxyConfig drainDuration(Duration drainDuration);

  /** istiod. Default {@code istiod.istio-system.svc:15012}. */
  public abstract Optional<String> discoveryAddress();

  /** A copy with this {@link #discoveryAddress()}. */
  public abstract MeshProxyConfig discoveryAddress(String discoveryAddress);

  /** Deprecated; nothing. */
  public abstract Optional<Duration> discoveryRefreshDelay();

  /** A copy with this {@link #discoveryRefreshDelay()}. */
  public abstract MeshProxyConfig discoveryRefreshDelay(Duration discoveryRefreshDelay);

  /** Deprecated; see {@link #tracing()}. */
  public abstract Optional<String> zipkinAddress();

  /** A copy with this {@link #zipkinAddress()}. */
  public abstract MeshProxyConfig zipkinAddress(String zipkinAddress);

  /** A statsd, for example {@code 10.75.241.127:9125}. */
  public abstract Optional<String> statsdUdpAddress();

  /** A copy with this {@link #statsdUdpAddress()}. */
  public abstract MeshProxyConfig statsdUdpAddress(String statsdUdpAddress);

  /** Deprecated; see {@link #envoyMetricsService()}. */
  public abstract Optional<String> envoyMetricsServiceAddress();

  /** A copy with this {@link #envoyMetricsServiceAddress()}. */
  public abstract MeshProxyConfig envoyMetricsServiceAddress(String envoyMetricsServiceAddress);

  /** Envoy's admin port. Default 15000. */
  public abstract Optional<Integer> proxyAdminPort();

  /** A copy with this {@link #proxyAdminPort()}. */
  public abstract MeshProxyConfig proxyAdminPort(int proxyAdminPort);

  /** Deprecated; nothing. */
  public abstract Optional<String> availabilityZone();

  /** A copy with this {@link #availabilityZone()}. */
  public abstract MeshProxyConfig availabilityZone(String availabilityZone);

  /** Default {@link AuthenticationPolicy#MUTUAL_TLS}. */
  public abstract Optional<AuthenticationPolicy> controlPlaneAuthPolicy();

  /** A copy with this {@link #controlPlaneAuthPolicy()}. */
  public abstract MeshProxyConfig controlPlaneAuthPolicy(
      AuthenticationPolicy controlPlaneAuthPolicy);

  /** A file of Envoy's own configuration. */
  public abstract Optional<String> customConfigFile();

  /** A copy with this {@link #customConfigFile()}. */
  public abstract MeshProxyConfig customConfigFile(String customConfigFile);

  /** The longest name in a metric. Default 189. */
  public abstract Optional<Integer> statNameLength();

  /** A copy with this {@link #statNameLength()}. */
  public abstract MeshProxyConfig statNameLength(int statNameLength);

  /** Worker threads; 0: one for each CPU. Default: by the CPU limit. */
  public abstract Optional<Integer> concurrency();

  /** A copy with this {@link #concurrency()}. */
  public abstract MeshProxyConfig concurrency(int concurrency);

  /** A template of Envoy's bootstrap. */
  public abstract Optional<String> proxyBootstrapTemplatePath();

  /** A copy with this {@link #proxyBootstrapTemplatePath()}. */
  public abstract MeshProxyConfig proxyBootstrapTemplatePath(String proxyBootstrapTemplatePath);

  /** Default {@link InboundInterceptionMode#REDIRECT}. */
  public abstract Optional<InboundInterceptionMode> interceptionMode();

  /** A copy with this {@link #interceptionMode()}. */
  public abstract MeshProxyConfig interceptionMode(InboundInterceptionMode interceptionMode);

  /** How proxies trace. */
  public abstract Optional<ProxyTracing> tracing();

  /** A copy with this {@link #tracing()}. */
  public abstract MeshProxyConfig tracing(ProxyTracing tracing);

  /** Deprecated; nothing. */
  public abstract Optional<SecretDiscoveryService> sds();

  /** A copy with this {@link #sds()}. */
  public abstract MeshProxyConfig sds(SecretDiscoveryService sds);

  /** Whom access logs are sent. */
  public abstract Optional<RemoteService> envoyAccessLogService();

  /** A copy with this {@link #envoyAccessLogService()}. */
  public abstract MeshProxyConfig envoyAccessLogService(RemoteService envoyAccessLogService);

  /** Whom metrics are sent. */
  public abstract Optional<RemoteService> envoyMetricsService();

  /** A copy with this {@link #envoyMetricsService()}. */
  public abstract MeshProxyConfig envoyMetricsService(RemoteService envoyMetricsService);

  /** Environment of the proxy. */
  public abstract Map<String, String> proxyMetadata();

  /** A copy with this {@link #proxyMetadata()}. */
  public abstract MeshProxyConfig proxyMetadata(Map<String, ? extends String> proxyMetadata);

  /** Envoy's runtime; experimental and dangerous. */
  public abstract Map<String, String> runtimeValues();

  /** A copy with this {@link #runtimeValues()}. */
  public abstract MeshProxyConfig runtimeValues(Map<String, ? extends String> runtimeValues);

  /** The agent's port, which kubelets probe. Default 15020. */
  public abstract Optional<Integer> statusPort();

  /** A copy with this {@link #statusPort()}. */
  public abstract MeshProxyConfig statusPort(int statusPort);

  /** Deprecated; further tags of metrics. */
  public abstract List<String> extraStatTags();

  /** A copy with this {@link #extraStatTags()}. */
  public abstract MeshProxyConfig extraStatTags(Iterable<String> extraStatTags);

  /** A copy with these added to {@link #extraStatTags()}. */
  public final MeshProxyConfig extraStatTags(String first, String... more) {
    return extraStatTags(added(extraStatTags(), first, more));
  }

  /** What stands before gateways. */
  public abstract Optional<Topology> gatewayTopology();

  /** A copy with this {@link #gatewayTopology()}. */
  public abstract MeshProxyConfig gatewayTopology(Topology gatewayTopology);

  /** How long connections may finish when the proxy ends. Default 5 s. */
  public abstract Optional<Duration> terminationDrainDuration();

  /** A copy with this {@link #terminationDrainDuration()}. */
  public abstract MeshProxyConfig terminationDrainDuration(Duration terminationDrainDuration);

  /** The name of the mesh in metrics of several. Default: the trust domain. */
  public abstract Optional<String> meshId();

  /** A copy with this {@link #meshId()}. */
  public abstract MeshProxyConfig meshId(String meshId);

  /** How the agent of a virtual machine asks its application. */
  public abstract Optional<ReadinessProbe> readinessProbe();

  /** A copy with this {@link #readinessProbe()}. */
  public abstract MeshProxyConfig readinessProbe(ReadinessProbe readinessProbe);

  /** Which of Envoy's metrics there are beside Istio's choice. */
  public abstract Optional<ProxyStatsMatcher> proxyStatsMatcher();

  /** A copy with this {@link #proxyStatsMatcher()}. */
  public abstract MeshProxyConfig proxyStatsMatcher(ProxyStatsMatcher proxyStatsMatcher);

  /** Whether the application waits for the proxy. Default false. */
  public abstract Optional<Boolean> holdApplicationUntilProxyStarts();

  /** A copy with this {@link #holdApplicationUntilProxyStarts()}. */
  public abstract MeshProxyConfig holdApplicationUntilProxyStarts(
      boolean holdApplicationUntilProxyStarts);

  /** Further root certificates that workloads trust. */
  public abstract List<String> caCertificatesPem();

  /** A copy with this {@link #caCertificatesPem()}. */
  public abstract MeshProxyConfig caCertificatesPem(Iterable<String> caCertificatesPem);

  /** A copy with these added to {@link #caCertificatesPem()}. */
  public final MeshProxyConfig caCertificatesPem(String first, String... more) {
    return caCertificatesPem(added(caCertificatesPem(), first, more));
  }

  /** The image of the proxy. */
  public abstract Optional<ProxyImage> image();

  /** A copy with this {@link #image()}. */
  public abstract MeshProxyConfig image(ProxyImage image);

  /** Who computes with private keys. Default: Envoy itself. */
  public abstract Optional<PrivateKeyProvider> privateKeyProvider();

  /** A copy with this {@link #privateKeyProvider()}. */
  public abstract MeshProxyConfig privateKeyProvider(PrivateKeyProvider privateKeyProvider);

  /** Headers that proxies write. */
  public abstract Optional<ProxyHeaders> proxyHeaders();

  /** A copy with this {@link #proxyHeaders()}. */
  public abstract MeshProxyConfig proxyHeaders(ProxyHeaders proxyHeaders);

  /** How long access logs wait for the disk. Default 1 s. */
  public abstract Optional<Duration> fileFlushInterval();

  /** A copy with this {@link #fileFlushInterval()}. */
  public abstract MeshProxyConfig fileFlushInterval(Duration fileFlushInterval);

  /** How much of them waits, in KiB. Default 64. */
  public abstract Optional<Long> fileFlushMinSizeKb();

  /** A copy with this {@link #fileFlushMinSizeKb()}. */
  public abstract MeshProxyConfig fileFlushMinSizeKb(long fileFlushMinSizeKb);

  /** Whether metrics are served compressed. Default true. */
  public abstract Optional<Boolean> statsCompression();

  /** A copy with this {@link #statsCompression()}. */
  public abstract MeshProxyConfig statsCompression(boolean statsCompression);

  /** How clients' connections are treated. */
  public abstract Optional<ConnectionSettings> connectionSettings();

  /** A copy with this {@link #connectionSettings()}. */
  public abstract MeshProxyConfig connectionSettings(ConnectionSettings connectionSettings);

  static MeshProxyConfig read(FieldReader in) {
    return ImmutableMeshProxyConfig.builder()
        .origin(in.origin())
        .configPath(in.string("configPath"))
        .binaryPath(in.string("binaryPath"))
        .clusterName(ClusterName.read(in))
        .drainDuration(in.duration("drainDuration"))
        .discoveryAddress(in.string("discoveryAddress"))
        .discoveryRefreshDelay(in.duration("discoveryRefreshDelay"))
        .zipkinAddress(in.string("zipkinAddress"))
        .statsdUdpAddress(in.string("statsdUdpAddress"))
        .envoyMetricsServiceAddress(in.string("envoyMetricsServiceAddress"))
        .proxyAdminPort(in.int32("proxyAdminPort"))
        .availabilityZone(in.string("availabilityZone"))
        .controlPlaneAuthPolicy(
            in.enumeration("controlPlaneAuthPolicy", AuthenticationPolicy.class))
        .customConfigFile(in.string("customConfigFile"))
        .statNameLength(in.int32("statNameLength"))
        .concurrency(in.int32("concurrency"))
        .proxyBootstrapTemplatePath(in.string("proxyBootstrapTemplatePath"))
        .interceptionMode(in.enumeration("interceptionMode", InboundInterceptionMode.class))
        .tracing(in.message("tracing", ProxyTracing::read))
        .sds(in.message("sds", SecretDiscoveryService::read))
        .envoyAccessLogService(in.message("envoyAccessLogService", RemoteService::read))
        .envoyMetricsService(in.message("envoyMetricsService", RemoteService::read))
        .proxyMetadata(in.stringMap("proxyMetadata"))
        .runtimeValues(in.stringMap("runtimeValues"))
        .statusPort(in.int32("statusPort"))
        .extraStatTags(in.strings("extraStatTags"))
        .gatewayTopology(in.message("gatewayTopology", Topology::read))
        .terminationDrainDuration(in.duration("terminationDrainDuration"))
        .meshId(in.string("meshId"))
        .readinessProbe(in.message("readinessProbe", ReadinessProbe::read))
        .proxyStatsMatcher(in.message("proxyStatsMatcher", ProxyStatsMatcher::read))
        .holdApplicationUntilProxyStarts(in.bool("holdApplicationUntilProxyStarts"))
        .caCertificatesPem(in.strings("caCertificatesPem"))
        .image(in.message("image", ProxyImage::read))
        .privateKeyProvider(in.message("privateKeyProvider", PrivateKeyProvider::read))
        .proxyHeaders(in.message("proxyHeaders", ProxyHeaders::read))
        .fileFlushInterval(in.duration("fileFlushInterval"))
        .fileFlushMinSizeKb(in.uint32("fileFlushMinSizeKb"))
        .statsCompression(in.bool("statsCompression"))
        .connectionSettings(in.message("connectionSettings", ConnectionSettings::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("configPath", configPath());
    out.string("binaryPath", binaryPath());
    out.oneof(clusterName());
    out.duration("drainDuration", drainDuration());
    out.string("discoveryAddress", discoveryAddress());
    out.duration("discoveryRefreshDelay", discoveryRefreshDelay());
    out.string("zipkinAddress", zipkinAddress());
    out.string("statsdUdpAddress", statsdUdpAddress());
    out.string("envoyMetricsServiceAddress", envoyMetricsServiceAddress());
    out.int32("proxyAdminPort", proxyAdminPort());
    out.string("availabilityZone", availabilityZone());
    out.enumeration("controlPlaneAuthPolicy", controlPlaneAuthPolicy());
    out.string("customConfigFile", customConfigFile());
    out.int32("statNameLength", statNameLength());
    out.int32("concurrency", concurrency());
    out.string("proxyBootstrapTemplatePath", proxyBootstrapTemplatePath());
    out.enumeration("interceptionMode", interceptionMode());
    out.message("tracing", tracing());
    out.message("sds", sds());
    out.message("envoyAccessLogService", envoyAccessLogService());
    out.message("envoyMetricsService", envoyMetricsService());
    out.stringMap("proxyMetadata", proxyMetadata());
    out.stringMap("runtimeValues", runtimeValues());
    out.int32("statusPort", statusPort());
    out.strings("extraStatTags", extraStatTags());
    out.message("gatewayTopology", gatewayTopology());
    out.duration("terminationDrainDuration", terminationDrainDuration());
    out.string("meshId", meshId());
    out.message("readinessProbe", readinessProbe());
    out.message("proxyStatsMatcher", proxyStatsMatcher());
    out.bool("holdApplicationUntilProxyStarts", holdApplicationUntilProxyStarts());
    out.strings("caCertificatesPem", caCertificatesPem());
    out.message("image", image());
    out.message("privateKeyProvider", privateKeyProvider());
    out.message("proxyHeaders", proxyHeaders());
    out.duration("fileFlushInterval", fileFlushInterval());
    out.int64("fileFlushMinSizeKb", fileFlushMinSizeKb());
    out.bool("statsCompression", statsCompression());
    out.message("connectionSettings", connectionSettings());
  }
}
