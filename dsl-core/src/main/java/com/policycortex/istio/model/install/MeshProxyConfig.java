package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What holds for every proxy. Istio calls it ProxyConfig, as the kind that holds for some.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig">MeshProxyConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MeshProxyConfig extends Message {

  MeshProxyConfig() {}

  /** A value that sets nothing yet. */
  public static MeshProxyConfig meshProxyConfig() {
    return ImmutableMeshProxyConfig.builder().build();
  }

  /** Worker threads; 0: one for each CPU. Default: by the CPU limit. */
  public abstract Optional<Integer> concurrency();

  /** A copy with this {@link #concurrency()}. */
  public abstract MeshProxyConfig concurrency(int concurrency);

  /** Whether the application waits for the proxy. Default false. */
  public abstract Optional<Boolean> holdApplicationUntilProxyStarts();

  /** A copy with this {@link #holdApplicationUntilProxyStarts()}. */
  public abstract MeshProxyConfig holdApplicationUntilProxyStarts(
      boolean holdApplicationUntilProxyStarts);

  /** How long connections are drained. Default 5 s. */
  public abstract Optional<Duration> terminationDrainDuration();

  /** A copy with this {@link #terminationDrainDuration()}. */
  public abstract MeshProxyConfig terminationDrainDuration(Duration terminationDrainDuration);

  /** Environment of the proxy. */
  public abstract Map<String, String> proxyMetadata();

  /** A copy with this {@link #proxyMetadata()}. */
  public abstract MeshProxyConfig proxyMetadata(Map<String, ? extends String> proxyMetadata);

  /** All other fields. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract MeshProxyConfig more(Map<String, ? extends JsonValue> more);

  static MeshProxyConfig read(FieldReader in) {
    return ImmutableMeshProxyConfig.builder()
        .origin(in.origin())
        .concurrency(in.int32("concurrency"))
        .holdApplicationUntilProxyStarts(in.bool("holdApplicationUntilProxyStarts"))
        .terminationDrainDuration(in.duration("terminationDrainDuration"))
        .proxyMetadata(in.stringMap("proxyMetadata"))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int32("concurrency", concurrency());
    out.bool("holdApplicationUntilProxyStarts", holdApplicationUntilProxyStarts());
    out.duration("terminationDrainDuration", terminationDrainDuration());
    out.stringMap("proxyMetadata", proxyMetadata());
    new TreeMap<>(more()).forEach(out::json);
  }
}
