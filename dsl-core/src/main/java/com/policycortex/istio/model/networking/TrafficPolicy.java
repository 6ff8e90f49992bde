package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Load balancing, pools, ejection and TLS towards a destination.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy">TrafficPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TrafficPolicy extends Message {

  TrafficPolicy() {}

  /** A value that sets nothing yet. */
  public static TrafficPolicy trafficPolicy() {
    return ImmutableTrafficPolicy.builder().build();
  }

  /** How endpoints are chosen. */
  public abstract Optional<LoadBalancerSettings> loadBalancer();

  /** A copy with this {@link #loadBalancer()}. */
  public abstract TrafficPolicy loadBalancer(LoadBalancerSettings loadBalancer);

  /** Limits of connections and requests. */
  public abstract Optional<ConnectionPoolSettings> connectionPool();

  /** A copy with this {@link #connectionPool()}. */
  public abstract TrafficPolicy connectionPool(ConnectionPoolSettings connectionPool);

  /** The circuit breaker. */
  public abstract Optional<OutlierDetection> outlierDetection();

  /** A copy with this {@link #outlierDetection()}. */
  public abstract TrafficPolicy outlierDetection(OutlierDetection outlierDetection);

  /** TLS towards the destination. Default: mutual TLS where the peer has a sidecar. */
  public abstract Optional<ClientTlsSettings> tls();

  /** A copy with this {@link #tls()}. */
  public abstract TrafficPolicy tls(ClientTlsSettings tls);

  /** Settings of single ports; they replace these altogether. */
  public abstract List<PortTrafficPolicy> portLevelSettings();

  /** A copy with this {@link #portLevelSettings()}. */
  public abstract TrafficPolicy portLevelSettings(
      Iterable<? extends PortTrafficPolicy> portLevelSettings);

  /** A copy with these added to {@link #portLevelSettings()}. */
  public final TrafficPolicy portLevelSettings(PortTrafficPolicy first, PortTrafficPolicy... more) {
    return portLevelSettings(added(portLevelSettings(), first, more));
  }

  /** Carries TCP through an HTTP proxy. */
  public abstract Optional<TunnelSettings> tunnel();

  /** A copy with this {@link #tunnel()}. */
  public abstract TrafficPolicy tunnel(TunnelSettings tunnel);

  /** Sends the PROXY protocol header upstream. */
  public abstract Optional<ProxyProtocol> proxyProtocol();

  /** A copy with this {@link #proxyProtocol()}. */
  public abstract TrafficPolicy proxyProtocol(ProxyProtocol proxyProtocol);

  /** Limits retries to a share of the active requests. */
  public abstract Optional<RetryBudget> retryBudget();

  /** A copy with this {@link #retryBudget()}. */
  public abstract TrafficPolicy retryBudget(RetryBudget retryBudget);

  static TrafficPolicy read(FieldReader in) {
    return ImmutableTrafficPolicy.builder()
        .origin(in.origin())
        .loadBalancer(in.message("loadBalancer", LoadBalancerSettings::read))
        .connectionPool(in.message("connectionPool", ConnectionPoolSettings::read))
        .outlierDetection(in.message("outlierDetection", OutlierDetection::read))
        .tls(in.message("tls", ClientTlsSettings::read))
        .portLevelSettings(in.messages("portLevelSettings", PortTrafficPolicy::read))
        .tunnel(in.message("tunnel", TunnelSettings::read))
        .proxyProtocol(in.message("proxyProtocol", ProxyProtocol::read))
        .retryBudget(in.message("retryBudget", RetryBudget::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("loadBalancer", loadBalancer());
    out.message("connectionPool", connectionPool());
    out.message("outlierDetection", outlierDetection());
    out.message("tls", tls());
    out.messages("portLevelSettings", portLevelSettings());
    out.message("tunnel", tunnel());
    out.message("proxyProtocol", proxyProtocol());
    out.message("retryBudget", retryBudget());
  }
}
