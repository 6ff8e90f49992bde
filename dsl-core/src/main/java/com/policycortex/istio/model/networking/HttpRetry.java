package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When and how often a failed request is tried again.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry">HttpRetry</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpRetry extends Message {

  HttpRetry() {}

  /** A value that sets nothing yet. */
  public static HttpRetry httpRetry() {
    return ImmutableHttpRetry.builder().build();
  }

  /** Retries after the first try; 0 switches retries off. Default 2. */
  public abstract Optional<Integer> attempts();

  /** A copy with this {@link #attempts()}. */
  public abstract HttpRetry attempts(int attempts);

  /** For one try; at least 1 ms. Default: the route's timeout. */
  public abstract Optional<Duration> perTryTimeout();

  /** A copy with this {@link #perTryTimeout()}. */
  public abstract HttpRetry perTryTimeout(Duration perTryTimeout);

  /**
   * Envoy's conditions and status codes, separated by commas without blanks. Default: {@code
   * connect-failure,refused-stream,unavailable,cancelled,503}.
   */
  public abstract Optional<String> retryOn();

  /** A copy with this {@link #retryOn()}. */
  public abstract HttpRetry retryOn(String retryOn);

  /** Whether retries may go to other localities. Default: the mesh's setting. */
  public abstract Optional<Boolean> retryRemoteLocalities();

  /** A copy with this {@link #retryRemoteLocalities()}. */
  public abstract HttpRetry retryRemoteLocalities(boolean retryRemoteLocalities);

  /** Whether retries avoid endpoints that failed. Default true. */
  public abstract Optional<Boolean> retryIgnorePreviousHosts();

  /** A copy with this {@link #retryIgnorePreviousHosts()}. */
  public abstract HttpRetry retryIgnorePreviousHosts(boolean retryIgnorePreviousHosts);

  /** The base interval of the exponential backoff; the maximum is ten times this. Default 25 ms. */
  public abstract Optional<Duration> backoff();

  /** A copy with this {@link #backoff()}. */
  public abstract HttpRetry backoff(Duration backoff);

  /** Reads retries. */
  public static HttpRetry read(FieldReader in) {
    return ImmutableHttpRetry.builder()
        .origin(in.origin())
        .attempts(in.int32("attempts"))
        .perTryTimeout(in.duration("perTryTimeout"))
        .retryOn(in.string("retryOn"))
        .retryRemoteLocalities(in.bool("retryRemoteLocalities"))
        .retryIgnorePreviousHosts(in.bool("retryIgnorePreviousHosts"))
        .backoff(in.duration("backoff"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int32("attempts", attempts());
    out.duration("perTryTimeout", perTryTimeout());
    out.string("retryOn", retryOn());
    out.bool("retryRemoteLocalities", retryRemoteLocalities());
    out.bool("retryIgnorePreviousHosts", retryIgnorePreviousHosts());
    out.duration("backoff", backoff());
  }
}
