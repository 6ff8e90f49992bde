package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits of connections and requests to a destination, for each client proxy.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings">ConnectionPoolSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ConnectionPoolSettings extends Message {

  ConnectionPoolSettings() {}

  /** A value that sets nothing yet. */
  public static ConnectionPoolSettings connectionPoolSettings() {
    return ImmutableConnectionPoolSettings.builder().build();
  }

  /** For TCP and HTTP. */
  public abstract Optional<TcpSettings> tcp();

  /** A copy with this {@link #tcp()}. */
  public abstract ConnectionPoolSettings tcp(TcpSettings tcp);

  /** For HTTP. */
  public abstract Optional<HttpSettings> http();

  /** A copy with this {@link #http()}. */
  public abstract ConnectionPoolSettings http(HttpSettings http);

  /** Reads one. */
  public static ConnectionPoolSettings read(FieldReader in) {
    return ImmutableConnectionPoolSettings.builder()
        .origin(in.origin())
        .tcp(in.message("tcp", TcpSettings::read))
        .http(in.message("http", HttpSettings::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("tcp", tcp());
    out.message("http", http());
  }
}
