package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * From where istiod gets configuration beside Kubernetes.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ConfigSource">ConfigSource</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ConfigSource extends Message {

  ConfigSource() {}

  /** A value that sets nothing yet. */
  public static ConfigSource configSource() {
    return ImmutableConfigSource.builder().build();
  }

  /** {@code xds://} a server, {@code fs:///} a folder, or {@code k8s://}. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract ConfigSource address(String address);

  /** TLS to it. */
  public abstract Optional<ClientTlsSettings> tlsSettings();

  /** A copy with this {@link #tlsSettings()}. */
  public abstract ConfigSource tlsSettings(ClientTlsSettings tlsSettings);

  /** What it gives. Default: everything. */
  public abstract List<ConfigResource> subscribedResources();

  /** A copy with this {@link #subscribedResources()}. */
  public abstract ConfigSource subscribedResources(
      Iterable<? extends ConfigResource> subscribedResources);

  /** A copy with these added to {@link #subscribedResources()}. */
  public final ConfigSource subscribedResources(ConfigResource first, ConfigResource... more) {
    return subscribedResources(added(subscribedResources(), first, more));
  }

  static ConfigSource read(FieldReader in) {
    return ImmutableConfigSource.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .tlsSettings(in.message("tlsSettings", ClientTlsSettings::read))
        .subscribedResources(in.enumerations("subscribedResources", ConfigResource.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
    out.message("tlsSettings", tlsSettings());
    out.enumerations("subscribedResources", subscribedResources());
  }
}
