package com.policycortex.istio.model.networking;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings of the sidecars themselves, read when a pod starts. In the root namespace without a
 * selector it holds for the mesh, elsewhere for the namespace, with a selector for some workloads.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/proxy-config/">ProxyConfig
 *     </a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyConfig extends Manifest {

  /** The kind {@code networking.istio.io/v1beta1 ProxyConfig}. */
  public static final Kind<ProxyConfig> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1beta1"),
          "ProxyConfig",
          "proxyconfigs",
          true,
          ProxyConfig::read);

  ProxyConfig() {}

  /** A ProxyConfig of this name that sets nothing yet. */
  public static ProxyConfig proxyConfig(String name) {
    return ImmutableProxyConfig.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<ProxyConfig> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract ProxyConfig metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final ProxyConfig in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** Which workloads this is for; absent for all of the namespace. */
  public abstract Optional<WorkloadSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract ProxyConfig selector(WorkloadSelector selector);

  /** Envoy's worker threads; 0 for one per core. Default: the CPU limit or request, rounded up. */
  public abstract Optional<Integer> concurrency();

  /** A copy with this {@link #concurrency()}. */
  public abstract ProxyConfig concurrency(int threads);

  /** More environment variables of the proxy; names begin with {@code ISTIO_META_} for metadata. */
  public abstract Map<String, String> environmentVariables();

  /** A copy with these {@link #environmentVariables()}. */
  public abstract ProxyConfig environmentVariables(Map<String, ? extends String> variables);

  /** Which build of the proxy image runs. */
  public abstract Optional<ProxyImage> image();

  /** A copy with this {@link #image()}. */
  public abstract ProxyConfig image(ProxyImage image);

  static ProxyConfig read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static ProxyConfig readSpec(FieldReader in, FieldReader spec) {
    return ImmutableProxyConfig.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.message("selector", WorkloadSelector::read))
        .concurrency(spec.int32("concurrency"))
        .environmentVariables(spec.stringMap("environmentVariables"))
        .image(spec.message("image", ProxyImage::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("selector", selector());
    spec.int32("concurrency", concurrency());
    spec.stringMap("environmentVariables", environmentVariables());
    spec.message("image", image());
  }
}
