package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Carries TCP through an HTTP proxy.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-TunnelSettings">TunnelSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TunnelSettings extends Message {

  TunnelSettings() {}

  /** A tunnel to this host and port. */
  public static TunnelSettings tunnelSettings(String targetHost, long targetPort) {
    return ImmutableTunnelSettings.builder().targetHost(targetHost).targetPort(targetPort).build();
  }

  /** {@code CONNECT} or {@code POST}. Default CONNECT. */
  public abstract Optional<String> protocol();

  /** A copy with this {@link #protocol()}. */
  public abstract TunnelSettings protocol(String protocol);

  /** Where the proxy connects to. */
  public abstract String targetHost();

  /** A copy with this {@link #targetHost()}. */
  public abstract TunnelSettings targetHost(String targetHost);

  /** The port there. */
  public abstract long targetPort();

  /** A copy with this {@link #targetPort()}. */
  public abstract TunnelSettings targetPort(long targetPort);

  static TunnelSettings read(FieldReader in) {
    return ImmutableTunnelSettings.builder()
        .origin(in.origin())
        .protocol(in.string("protocol"))
        .targetHost(in.requiredString("targetHost"))
        .targetPort(in.requiredUint32("targetPort"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("protocol", protocol());
    out.string("targetHost", targetHost());
    out.int64("targetPort", targetPort());
  }
}
