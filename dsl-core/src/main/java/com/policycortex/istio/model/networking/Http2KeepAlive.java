package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * HTTP/2 ping frames on idle connections.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-HTTPSettings">Http2KeepAlive</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Http2KeepAlive extends Message {

  Http2KeepAlive() {}

  /** A value that sets nothing yet. */
  public static Http2KeepAlive http2KeepAlive() {
    return ImmutableHttp2KeepAlive.builder().build();
  }

  /** Time between pings; at least 1 ms. */
  public abstract Optional<Duration> interval();

  /** A copy with this {@link #interval()}. */
  public abstract Http2KeepAlive interval(Duration interval);

  /** How long an answer may take; at least 1 ms. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract Http2KeepAlive timeout(Duration timeout);

  static Http2KeepAlive read(FieldReader in) {
    return ImmutableHttp2KeepAlive.builder()
        .origin(in.origin())
        .interval(in.duration("interval"))
        .timeout(in.duration("timeout"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.duration("interval", interval());
    out.duration("timeout", timeout());
  }
}
