package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Sends the PROXY protocol header upstream.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-ProxyProtocol">ProxyProtocol</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyProtocol extends Message {

  ProxyProtocol() {}

  /** A value that sets nothing yet. */
  public static ProxyProtocol proxyProtocol() {
    return ImmutableProxyProtocol.builder().build();
  }

  /** Default {@link ProxyProtocolVersion#V1}. */
  public abstract Optional<ProxyProtocolVersion> version();

  /** A copy with this {@link #version()}. */
  public abstract ProxyProtocol version(ProxyProtocolVersion version);

  static ProxyProtocol read(FieldReader in) {
    return ImmutableProxyProtocol.builder()
        .origin(in.origin())
        .version(in.enumeration("version", ProxyProtocolVersion.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("version", version());
  }
}
