package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits of requests.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-HTTPSettings">HttpSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpSettings extends Message {

  HttpSettings() {}

  /** A value that sets nothing yet. */
  public static HttpSettings httpSettings() {
    return ImmutableHttpSettings.builder().build();
  }

  /** Requests that wait for a connection. Default 2^32-1. */
  public abstract Optional<Integer> http1MaxPendingRequests();

  /** A copy with this {@link #http1MaxPendingRequests()}. */
  public abstract HttpSettings http1MaxPendingRequests(int http1MaxPendingRequests);

  /** Active requests. Default 2^32-1. */
  public abstract Optional<Integer> http2MaxRequests();

  /** A copy with this {@link #http2MaxRequests()}. */
  public abstract HttpSettings http2MaxRequests(int http2MaxRequests);

  /**
   * Requests until a connection is closed; 1 switches keep-alive off, 0 is unlimited. Default 0.
   */
  public abstract Optional<Integer> maxRequestsPerConnection();

  /** A copy with this {@link #maxRequestsPerConnection()}. */
  public abstract HttpSettings maxRequestsPerConnection(int maxRequestsPerConnection);

  /** Retries at a time to all endpoints. Default 2^32-1. */
  public abstract Optional<Integer> maxRetries();

  /** A copy with this {@link #maxRetries()}. */
  public abstract HttpSettings maxRetries(int maxRetries);

  /** After which a connection without requests is closed. Default 1 h. */
  public abstract Optional<Duration> idleTimeout();

  /** A copy with this {@link #idleTimeout()}. */
  public abstract HttpSettings idleTimeout(Duration idleTimeout);

  /** Whether HTTP/1.1 is upgraded to HTTP/2. */
  public abstract Optional<H2UpgradePolicy> h2UpgradePolicy();

  /** A copy with this {@link #h2UpgradePolicy()}. */
  public abstract HttpSettings h2UpgradePolicy(H2UpgradePolicy h2UpgradePolicy);

  /** Whether the client's protocol is kept towards the destination. Default false. */
  public abstract Optional<Boolean> useClientProtocol();

  /** A copy with this {@link #useClientProtocol()}. */
  public abstract HttpSettings useClientProtocol(boolean useClientProtocol);

  /** Streams at a time on one HTTP/2 connection. Default 2^31-1. */
  public abstract Optional<Integer> maxConcurrentStreams();

  /** A copy with this {@link #maxConcurrentStreams()}. */
  public abstract HttpSettings maxConcurrentStreams(int maxConcurrentStreams);

  /** HTTP/2 ping frames. Since Istio 1.31. */
  public abstract Optional<Http2KeepAlive> http2KeepAlive();

  /** A copy with this {@link #http2KeepAlive()}. */
  public abstract HttpSettings http2KeepAlive(Http2KeepAlive http2KeepAlive);

  static HttpSettings read(FieldReader in) {
    return ImmutableHttpSettings.builder()
        .origin(in.origin())
        .http1MaxPendingRequests(in.int32("http1MaxPendingRequests"))
        .http2MaxRequests(in.int32("http2MaxRequests"))
        .maxRequestsPerConnection(in.int32("maxRequestsPerConnection"))
        .maxRetries(in.int32("maxRetries"))
        .idleTimeout(in.duration("idleTimeout"))
        .h2UpgradePolicy(in.enumeration("h2UpgradePolicy", H2UpgradePolicy.class))
        .useClientProtocol(in.bool("useClientProtocol"))
        .maxConcurrentStreams(in.int32("maxConcurrentStreams"))
        .http2KeepAlive(in.message("http2KeepAlive", Http2KeepAlive::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int32("http1MaxPendingRequests", http1MaxPendingRequests());
    out.int32("http2MaxRequests", http2MaxRequests());
    out.int32("maxRequestsPerConnection", maxRequestsPerConnection());
    out.int32("maxRetries", maxRetries());
    out.duration("idleTimeout", idleTimeout());
    out.enumeration("h2UpgradePolicy", h2UpgradePolicy());
    out.bool("useClientProtocol", useClientProtocol());
    out.int32("maxConcurrentStreams", maxConcurrentStreams());
    out.message("http2KeepAlive", http2KeepAlive());
  }
}
