package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A probe by connecting.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#TCPHealthCheckConfig">TcpHealthCheckConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TcpHealthCheckConfig extends Message {

  TcpHealthCheckConfig() {}

  /** A probe of this port. */
  public static TcpHealthCheckConfig tcpHealthCheckConfig(long port) {
    return ImmutableTcpHealthCheckConfig.builder().port(port).build();
  }

  /** Default: localhost. */
  public abstract Optional<String> host();

  /** A copy with this {@link #host()}. */
  public abstract TcpHealthCheckConfig host(String host);

  /** 1 to 65535. */
  public abstract long port();

  /** A copy with this {@link #port()}. */
  public abstract TcpHealthCheckConfig port(long port);

  static TcpHealthCheckConfig read(FieldReader in) {
    return ImmutableTcpHealthCheckConfig.builder()
        .origin(in.origin())
        .host(in.string("host"))
        .port(in.requiredUint32("port"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("host", host());
    out.int64("port", port());
  }
}
