package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.networking.HttpRetry;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What holds for the whole mesh. Fields that have no typed form yet are kept in {@link #more()}.
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

  /** Whether requests are traced. Default false. */
  public abstract Optional<Boolean> enableTracing();

  /** A copy with this {@link #enableTracing()}. */
  public abstract MeshConfig enableTracing(boolean enableTracing);

  /** What holds for every proxy. */
  public abstract Optional<MeshProxyConfig> defaultConfig();

  /** A copy with this {@link #defaultConfig()}. */
  public abstract MeshConfig defaultConfig(MeshProxyConfig defaultConfig);

  /** What happens to traffic for unknown hosts. Default ALLOW_ANY. */
  public abstract Optional<MeshOutboundTrafficPolicy> outboundTrafficPolicy();

  /** A copy with this {@link #outboundTrafficPolicy()}. */
  public abstract MeshConfig outboundTrafficPolicy(MeshOutboundTrafficPolicy outboundTrafficPolicy);

  /** Whether clients use mutual TLS wherever the server has a sidecar. Default true. */
  public abstract Optional<Boolean> enableAutoMtls();

  /** A copy with this {@link #enableAutoMtls()}. */
  public abstract MeshConfig enableAutoMtls(boolean enableAutoMtls);

  /** The first part of every identity. Default cluster.local. */
  public abstract Optional<String> trustDomain();

  /** A copy with this {@link #trustDomain()}. */
  public abstract MeshConfig trustDomain(String trustDomain);

  /** Former trust domains. */
  public abstract List<String> trustDomainAliases();

  /** A copy with this {@link #trustDomainAliases()}. */
  public abstract MeshConfig trustDomainAliases(Iterable<String> trustDomainAliases);

  /** A copy with these added to {@link #trustDomainAliases()}. */
  public final MeshConfig trustDomainAliases(String first, String... more) {
    return trustDomainAliases(added(trustDomainAliases(), first, more));
  }

  /** Where configuration holds for the whole mesh. Default istio-system. */
  public abstract Optional<String> rootNamespace();

  /** A copy with this {@link #rootNamespace()}. */
  public abstract MeshConfig rootNamespace(String rootNamespace);

  /** Default 10 s. */
  public abstract Optional<Duration> connectTimeout();

  /** A copy with this {@link #connectTimeout()}. */
  public abstract MeshConfig connectTimeout(Duration connectTimeout);

  /** How long a protocol is looked for. Default 0: until known. */
  public abstract Optional<Duration> protocolDetectionTimeout();

  /** A copy with this {@link #protocolDetectionTimeout()}. */
  public abstract MeshConfig protocolDetectionTimeout(Duration protocolDetectionTimeout);

  /** Default: all. */
  public abstract List<String> defaultServiceExportTo();

  /** A copy with this {@link #defaultServiceExportTo()}. */
  public abstract MeshConfig defaultServiceExportTo(Iterable<String> defaultServiceExportTo);

  /** A copy with these added to {@link #defaultServiceExportTo()}. */
  public final MeshConfig defaultServiceExportTo(String first, String... more) {
    return defaultServiceExportTo(added(defaultServiceExportTo(), first, more));
  }

  /** Default: all. */
  public abstract List<String> defaultVirtualServiceExportTo();

  /** A copy with this {@link #defaultVirtualServiceExportTo()}. */
  public abstract MeshConfig defaultVirtualServiceExportTo(
      Iterable<String> defaultVirtualServiceExportTo);

  /** A copy with these added to {@link #defaultVirtualServiceExportTo()}. */
  public final MeshConfig defaultVirtualServiceExportTo(String first, String... more) {
    return defaultVirtualServiceExportTo(added(defaultVirtualServiceExportTo(), first, more));
  }

  /** Default: all. */
  public abstract List<String> defaultDestinationRuleExportTo();

  /** A copy with this {@link #defaultDestinationRuleExportTo()}. */
  public abstract MeshConfig defaultDestinationRuleExportTo(
      Iterable<String> defaultDestinationRuleExportTo);

  /** A copy with these added to {@link #defaultDestinationRuleExportTo()}. */
  public final MeshConfig defaultDestinationRuleExportTo(String first, String... more) {
    return defaultDestinationRuleExportTo(added(defaultDestinationRuleExportTo(), first, more));
  }

  /** Whether the proxy serves the application's metrics with its own. Default true. */
  public abstract Optional<Boolean> enablePrometheusMerge();

  /** A copy with this {@link #enablePrometheusMerge()}. */
  public abstract MeshConfig enablePrometheusMerge(boolean enablePrometheusMerge);

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

  /** How paths are normalized before policies see them. Default BASE. */
  public abstract Optional<ProxyPathNormalization> pathNormalization();

  /** A copy with this {@link #pathNormalization()}. */
  public abstract MeshConfig pathNormalization(ProxyPathNormalization pathNormalization);

  /** Retries of routes that say none. */
  public abstract Optional<HttpRetry> defaultHttpRetryPolicy();

  /** A copy with this {@link #defaultHttpRetryPolicy()}. */
  public abstract MeshConfig defaultHttpRetryPolicy(HttpRetry defaultHttpRetryPolicy);

  /** All other fields. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract MeshConfig more(Map<String, ? extends JsonValue> more);

  static MeshConfig read(FieldReader in) {
    return ImmutableMeshConfig.builder()
        .origin(in.origin())
        .accessLogFile(in.string("accessLogFile"))
        .accessLogFormat(in.string("accessLogFormat"))
        .accessLogEncoding(in.enumeration("accessLogEncoding", AccessLogEncoding.class))
        .enableTracing(in.bool("enableTracing"))
        .defaultConfig(in.message("defaultConfig", MeshProxyConfig::read))
        .outboundTrafficPolicy(in.message("outboundTrafficPolicy", MeshOutboundTrafficPolicy::read))
        .enableAutoMtls(in.bool("enableAutoMtls"))
        .trustDomain(in.string("trustDomain"))
        .trustDomainAliases(in.strings("trustDomainAliases"))
        .rootNamespace(in.string("rootNamespace"))
        .connectTimeout(in.duration("connectTimeout"))
        .protocolDetectionTimeout(in.duration("protocolDetectionTimeout"))
        .defaultServiceExportTo(in.strings("defaultServiceExportTo"))
        .defaultVirtualServiceExportTo(in.strings("defaultVirtualServiceExportTo"))
        .defaultDestinationRuleExportTo(in.strings("defaultDestinationRuleExportTo"))
        .enablePrometheusMerge(in.bool("enablePrometheusMerge"))
        .extensionProviders(in.messages("extensionProviders", ExtensionProvider::read))
        .defaultProviders(in.message("defaultProviders", DefaultProviders::read))
        .discoverySelectors(in.messages("discoverySelectors", LabelSelector::read))
        .pathNormalization(in.message("pathNormalization", ProxyPathNormalization::read))
        .defaultHttpRetryPolicy(in.message("defaultHttpRetryPolicy", HttpRetry::read))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("accessLogFile", accessLogFile());
    out.string("accessLogFormat", accessLogFormat());
    out.enumeration("accessLogEncoding", accessLogEncoding());
    out.bool("enableTracing", enableTracing());
    out.message("defaultConfig", defaultConfig());
    out.message("outboundTrafficPolicy", outboundTrafficPolicy());
    out.bool("enableAutoMtls", enableAutoMtls());
    out.string("trustDomain", trustDomain());
    out.strings("trustDomainAliases", trustDomainAliases());
    out.string("rootNamespace", rootNamespace());
    out.duration("connectTimeout", connectTimeout());
    out.duration("protocolDetectionTimeout", protocolDetectionTimeout());
    out.strings("defaultServiceExportTo", defaultServiceExportTo());
    out.strings("defaultVirtualServiceExportTo", defaultVirtualServiceExportTo());
    out.strings("defaultDestinationRuleExportTo", defaultDestinationRuleExportTo());
    out.bool("enablePrometheusMerge", enablePrometheusMerge());
    out.messages("extensionProviders", extensionProviders());
    out.message("defaultProviders", defaultProviders());
    out.messages("discoverySelectors", discoverySelectors());
    out.message("pathNormalization", pathNormalization());
    out.message("defaultHttpRetryPolicy", defaultHttpRetryPolicy());
    new TreeMap<>(more()).forEach(out::json);
  }
}
