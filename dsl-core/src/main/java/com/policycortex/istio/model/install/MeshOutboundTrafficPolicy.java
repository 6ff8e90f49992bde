package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.OutboundTrafficPolicyMode;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What happens to traffic for unknown hosts.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-OutboundTrafficPolicy">MeshOutboundTrafficPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MeshOutboundTrafficPolicy extends Message {

  MeshOutboundTrafficPolicy() {}

  /** A value that sets nothing yet. */
  public static MeshOutboundTrafficPolicy meshOutboundTrafficPolicy() {
    return ImmutableMeshOutboundTrafficPolicy.builder().build();
  }

  /** Default ALLOW_ANY. */
  public abstract Optional<OutboundTrafficPolicyMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract MeshOutboundTrafficPolicy mode(OutboundTrafficPolicyMode mode);

  /** TLS for such traffic. */
  public abstract Optional<JsonObject> tls();

  /** A copy with this {@link #tls()}. */
  public abstract MeshOutboundTrafficPolicy tls(JsonObject tls);

  static MeshOutboundTrafficPolicy read(FieldReader in) {
    return ImmutableMeshOutboundTrafficPolicy.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", OutboundTrafficPolicyMode.class))
        .tls(in.jsonObject("tls"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
    out.json("tls", tls());
  }
}
