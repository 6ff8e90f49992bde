package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Configuration as texts by key.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/">
 *     ConfigMap</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ConfigMap extends Manifest {

  /** The kind {@code v1 ConfigMap}. */
  public static final Kind<ConfigMap> KIND =
      new Kind<>("", List.of("v1"), "ConfigMap", "configmaps", true, ConfigMap::read);

  ConfigMap() {}

  @Override
  public Kind<ConfigMap> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract ConfigMap metadata(Metadata metadata);

  /** A ConfigMap of this name, without data yet. */
  public static ConfigMap configMap(String name) {
    return ImmutableConfigMap.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  /** A copy in this namespace. */
  public final ConfigMap in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** Texts by key; a key is what a mounted file is called. */
  public abstract Map<String, String> data();

  /** A copy with this {@link #data()}. */
  public abstract ConfigMap data(Map<String, ? extends String> data);

  /** Bytes in base64 by key. */
  public abstract Map<String, String> binaryData();

  /** Whether the data may never change. Default false. */
  public abstract Optional<Boolean> immutable();

  static ConfigMap read(FieldReader in) {
    return ImmutableConfigMap.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .data(in.stringMap("data"))
        .binaryData(in.stringMap("binaryData"))
        .immutable(in.bool("immutable"))
        .status(readStatus(in))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.stringMap("data", data());
    out.stringMap("binaryData", binaryData());
    out.bool("immutable", immutable());
  }
}
