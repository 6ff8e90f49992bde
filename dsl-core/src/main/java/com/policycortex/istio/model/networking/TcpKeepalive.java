package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Keepalive probes on the socket.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-TCPSettings-TcpKeepalive">TcpKeepalive</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TcpKeepalive extends Message {

  TcpKeepalive() {}

  /** A value that sets nothing yet. */
  public static TcpKeepalive tcpKeepalive() {
    return ImmutableTcpKeepalive.builder().build();
  }

  /** Lost probes after which the connection is dead. Default: the system's (Linux: 9). */
  public abstract Optional<Long> probes();

  /** A copy with this {@link #probes()}. */
  public abstract TcpKeepalive probes(long probes);

  /** Idle time before the first probe. Default: the system's (Linux: 2 h). */
  public abstract Optional<Duration> time();

  /** A copy with this {@link #time()}. */
  public abstract TcpKeepalive time(Duration time);

  /** Time between probes. Default: the system's (Linux: 75 s). */
  public abstract Optional<Duration> interval();

  /** A copy with this {@link #interval()}. */
  public abstract TcpKeepalive interval(Duration interval);

  /** Reads one. */
  public static TcpKeepalive read(FieldReader in) {
    return ImmutableTcpKeepalive.builder()
        .origin(in.origin())
        .probes(in.uint32("probes"))
        .time(in.duration("time"))
        .interval(in.duration("interval"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("probes", probes());
    out.duration("time", time());
    out.duration("interval", interval());
  }
}
