package com.policycortex.istio.dsl;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.networking.ConnectionPoolSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpSettings;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.TcpSettings;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * Keeps away from endpoints that fail, and from more work than a service can take: outlier
 * detection and a connection pool. Limits hold for each client proxy, not for all together.
 */
@IstioStyle
@Value.Immutable
public abstract class CircuitBreaker {

  CircuitBreaker() {}

  /** A circuit breaker that sets nothing yet. */
  public static CircuitBreaker circuitBreaker() {
    return ImmutableCircuitBreaker.builder().build();
  }

  /** When endpoints are ejected. */
  @Value.Default
  public OutlierDetection outlierDetection() {
    return OutlierDetection.outlierDetection();
  }

  /** A copy with this {@link #outlierDetection()}. */
  public abstract CircuitBreaker outlierDetection(OutlierDetection outlierDetection);

  /** How many connections and requests there may be. */
  @Value.Default
  public ConnectionPoolSettings connectionPool() {
    return ConnectionPoolSettings.connectionPoolSettings();
  }

  /** A copy with this {@link #connectionPool()}. */
  public abstract CircuitBreaker connectionPool(ConnectionPoolSettings connectionPool);

  /** A copy that ejects an endpoint after this many 5xx answers in a row. */
  public final CircuitBreaker consecutive5xxErrors(int errors) {
    return outlierDetection(outlierDetection().consecutive5xxErrors(errors));
  }

  /** A copy that judges endpoints this often. */
  public final CircuitBreaker interval(Duration interval) {
    return outlierDetection(outlierDetection().interval(interval));
  }

  /** A copy whose ejections last this long, times the number of ejections of the endpoint. */
  public final CircuitBreaker baseEjectionTime(Duration time) {
    return outlierDetection(outlierDetection().baseEjectionTime(time));
  }

  /** A copy that ejects at most this share of the endpoints, 0 to 100 %. */
  public final CircuitBreaker maxEjectionPercent(int percent) {
    return outlierDetection(outlierDetection().maxEjectionPercent(percent));
  }

  /** A copy with at most this many connections. */
  public final CircuitBreaker maxConnections(int connections) {
    return connectionPool(connectionPool().tcp(tcp().maxConnections(connections)));
  }

  /** A copy whose connections must stand after this time; at least 1 ms. */
  public final CircuitBreaker connectTimeout(Duration timeout) {
    return connectionPool(connectionPool().tcp(tcp().connectTimeout(timeout)));
  }

  /** A copy with at most this many requests that wait for a connection. */
  public final CircuitBreaker maxPendingRequests(int requests) {
    return connectionPool(connectionPool().http(http().http1MaxPendingRequests(requests)));
  }

  /** A copy with at most this many active requests. */
  public final CircuitBreaker maxRequests(int requests) {
    return connectionPool(connectionPool().http(http().http2MaxRequests(requests)));
  }

  private TcpSettings tcp() {
    return connectionPool().tcp().orElseGet(TcpSettings::tcpSettings);
  }

  private HttpSettings http() {
    return connectionPool().http().orElseGet(HttpSettings::httpSettings);
  }

  /**
   * The policy with this circuit breaker. A half that sets nothing is left as the policy has it: an
   * empty outlier detection would eject by Istio's defaults, and an empty connection pool is one
   * that istiod refuses.
   */
  public TrafficPolicy applyTo(TrafficPolicy policy) {
    TrafficPolicy applied = policy;
    if (!outlierDetection().equals(OutlierDetection.outlierDetection())) {
      applied = applied.outlierDetection(outlierDetection());
    }
    if (!connectionPool().equals(ConnectionPoolSettings.connectionPoolSettings())) {
      applied = applied.connectionPool(connectionPool());
    }
    return applied;
  }

  /** The rule with this circuit breaker for all its subsets; as it was if nothing is set. */
  public DestinationRule applyTo(DestinationRule rule) {
    TrafficPolicy policy = rule.trafficPolicy().orElseGet(TrafficPolicy::trafficPolicy);
    TrafficPolicy applied = applyTo(policy);
    return applied.equals(policy) ? rule : rule.trafficPolicy(applied);
  }

  /** The circuit breaker as YAML. */
  @Override
  public String toString() {
    return applyTo(TrafficPolicy.trafficPolicy()).toString();
  }
}
