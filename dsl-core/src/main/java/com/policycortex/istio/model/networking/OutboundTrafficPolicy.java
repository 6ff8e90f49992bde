package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What happens to traffic for hosts that the registry does not know.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy">OutboundTrafficPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OutboundTrafficPolicy extends Message {

  OutboundTrafficPolicy() {}

  /** A value that sets nothing yet. */
  public static OutboundTrafficPolicy outboundTrafficPolicy() {
    return ImmutableOutboundTrafficPolicy.builder().build();
  }

  /** Default {@link OutboundTrafficPolicyMode#ALLOW_ANY}, or MeshConfig's. */
  public abstract Optional<OutboundTrafficPolicyMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract OutboundTrafficPolicy mode(OutboundTrafficPolicyMode mode);

  /** The service that such traffic is sent to; its port is required. */
  public abstract Optional<Destination> egressProxy();

  /** A copy with this {@link #egressProxy()}. */
  public abstract OutboundTrafficPolicy egressProxy(Destination egressProxy);

  static OutboundTrafficPolicy read(FieldReader in) {
    return ImmutableOutboundTrafficPolicy.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", OutboundTrafficPolicyMode.class))
        .egressProxy(in.message("egressProxy", Destination::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
    out.message("egressProxy", egressProxy());
  }
}
