package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The settings of one port of a destination.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy">PortTrafficPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PortTrafficPolicy extends Message {

  PortTrafficPolicy() {}

  /** A value that sets nothing yet. */
  public static PortTrafficPolicy portTrafficPolicy() {
    return ImmutablePortTrafficPolicy.builder().build();
  }

  /** The port. */
  public abstract Optional<PortSelector> port();

  /** A copy with this {@link #port()}. */
  public abstract PortTrafficPolicy port(PortSelector port);

  /** How endpoints are chosen. */
  public abstract Optional<LoadBalancerSettings> loadBalancer();

  /** A copy with this {@link #loadBalancer()}. */
  public abstract PortTrafficPolicy loadBalancer(LoadBalancerSettings loadBalancer);

  /** Limits of connections and requests. */
  public abstract Optional<ConnectionPoolSettings> connectionPool();

  /** A copy with this {@link #connectionPool()}. */
  public abstract PortTrafficPolicy connectionPool(ConnectionPoolSettings connectionPool);

  /** The circuit breaker. */
  public abstract Optional<OutlierDetection> outlierDetection();

  /** A copy with this {@link #outlierDetection()}. */
  public abstract PortTrafficPolicy outlierDetection(OutlierDetection outlierDetection);

  /** TLS towards the destination. */
  public abstract Optional<ClientTlsSettings> tls();

  /** A copy with this {@link #tls()}. */
  public abstract PortTrafficPolicy tls(ClientTlsSettings tls);

  static PortTrafficPolicy read(FieldReader in) {
    return ImmutablePortTrafficPolicy.builder()
        .origin(in.origin())
        .port(in.message("port", PortSelector::read))
        .loadBalancer(in.message("loadBalancer", LoadBalancerSettings::read))
        .connectionPool(in.message("connectionPool", ConnectionPoolSettings::read))
        .outlierDetection(in.message("outlierDetection", OutlierDetection::read))
        .tls(in.message("tls", ClientTlsSettings::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("port", port());
    out.message("loadBalancer", loadBalancer());
    out.message("connectionPool", connectionPool());
    out.message("outlierDetection", outlierDetection());
    out.message("tls", tls());
  }
}
