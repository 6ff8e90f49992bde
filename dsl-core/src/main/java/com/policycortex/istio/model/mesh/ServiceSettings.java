package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings for some services.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ServiceSettings">ServiceSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceSettings extends Message {

  ServiceSettings() {}

  /** A value that sets nothing yet. */
  public static ServiceSettings serviceSettings() {
    return ImmutableServiceSettings.builder().build();
  }

  /** What holds for them. */
  public abstract Optional<ServiceSettingsDetails> settings();

  /** A copy with this {@link #settings()}. */
  public abstract ServiceSettings settings(ServiceSettingsDetails settings);

  /** Their hosts; {@code *.foo.svc.cluster.local} means a namespace. */
  public abstract List<String> hosts();

  /** A copy with this {@link #hosts()}. */
  public abstract ServiceSettings hosts(Iterable<String> hosts);

  /** A copy with these added to {@link #hosts()}. */
  public final ServiceSettings hosts(String first, String... more) {
    return hosts(added(hosts(), first, more));
  }

  static ServiceSettings read(FieldReader in) {
    return ImmutableServiceSettings.builder()
        .origin(in.origin())
        .settings(in.message("settings", ServiceSettingsDetails::read))
        .hosts(in.strings("hosts"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("settings", settings());
    out.strings("hosts", hosts());
  }
}
