package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What happens to traffic for hosts that the registry does not know ({@code
 * OutboundTrafficPolicy}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-OutboundTrafficPolicy">OutboundTrafficPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MeshOutboundTrafficPolicy extends Message {

  MeshOutboundTrafficPolicy() {}

  /** A value that sets nothing yet. */
  public static MeshOutboundTrafficPolicy meshOutboundTrafficPolicy() {
    return ImmutableMeshOutboundTrafficPolicy.builder().build();
  }

  /** Default {@link MeshOutboundTrafficPolicyMode#ALLOW_ANY}. */
  public abstract Optional<MeshOutboundTrafficPolicyMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract MeshOutboundTrafficPolicy mode(MeshOutboundTrafficPolicyMode mode);

  /** TLS to such hosts, for {@link MeshOutboundTrafficPolicyMode#ALLOW_ANY_DYNAMIC_DNS} only. */
  public abstract Optional<ClientTlsSettings> tls();

  /** A copy with this {@link #tls()}. */
  public abstract MeshOutboundTrafficPolicy tls(ClientTlsSettings tls);

  static MeshOutboundTrafficPolicy read(FieldReader in) {
    return ImmutableMeshOutboundTrafficPolicy.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", MeshOutboundTrafficPolicyMode.class))
        .tls(in.message("tls", ClientTlsSettings::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
    out.message("tls", tls());
  }
}
