package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a sidecar sends traffic for its application.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-InboundTrafficPolicy">InboundTrafficPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class InboundTrafficPolicy extends Message {

  InboundTrafficPolicy() {}

  /** A value that sets nothing yet. */
  public static InboundTrafficPolicy inboundTrafficPolicy() {
    return ImmutableInboundTrafficPolicy.builder().build();
  }

  /** Default {@link InboundTrafficPolicyMode#PASSTHROUGH}. */
  public abstract Optional<InboundTrafficPolicyMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract InboundTrafficPolicy mode(InboundTrafficPolicyMode mode);

  static InboundTrafficPolicy read(FieldReader in) {
    return ImmutableInboundTrafficPolicy.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", InboundTrafficPolicyMode.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
  }
}
