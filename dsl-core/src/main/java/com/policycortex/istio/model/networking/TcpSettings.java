package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits of connections.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-TCPSettings">TcpSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TcpSettings extends Message {

  TcpSettings() {}

  /** A value that sets nothing yet. */
  public static TcpSettings tcpSettings() {
    return ImmutableTcpSettings.builder().build();
  }

  /** Connections at a time. Default 2^32-1. */
  public abstract Optional<Integer> maxConnections();

  /** A copy with this {@link #maxConnections()}. */
  public abstract TcpSettings maxConnections(int maxConnections);

  /** At least 1 ms. Default 10 s. */
  public abstract Optional<Duration> connectTimeout();

  /** A copy with this {@link #connectTimeout()}. */
  public abstract TcpSettings connectTimeout(Duration connectTimeout);

  /** Keepalive probes on the socket. */
  public abstract Optional<TcpKeepalive> tcpKeepalive();

  /** A copy with this {@link #tcpKeepalive()}. */
  public abstract TcpSettings tcpKeepalive(TcpKeepalive tcpKeepalive);

  /** After which a connection is drained; at least 1 ms. Default: none. */
  public abstract Optional<Duration> maxConnectionDuration();

  /** A copy with this {@link #maxConnectionDuration()}. */
  public abstract TcpSettings maxConnectionDuration(Duration maxConnectionDuration);

  /** After which an idle TCP connection is closed; 0 switches this off. Default 1 h. */
  public abstract Optional<Duration> idleTimeout();

  /** A copy with this {@link #idleTimeout()}. */
  public abstract TcpSettings idleTimeout(Duration idleTimeout);

  static TcpSettings read(FieldReader in) {
    return ImmutableTcpSettings.builder()
        .origin(in.origin())
        .maxConnections(in.int32("maxConnections"))
        .connectTimeout(in.duration("connectTimeout"))
        .tcpKeepalive(in.message("tcpKeepalive", TcpKeepalive::read))
        .maxConnectionDuration(in.duration("maxConnectionDuration"))
        .idleTimeout(in.duration("idleTimeout"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int32("maxConnections", maxConnections());
    out.duration("connectTimeout", connectTimeout());
    out.message("tcpKeepalive", tcpKeepalive());
    out.duration("maxConnectionDuration", maxConnectionDuration());
    out.duration("idleTimeout", idleTimeout());
  }
}
