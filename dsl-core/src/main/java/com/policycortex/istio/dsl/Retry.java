package com.policycortex.istio.dsl;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.networking.HttpRetry;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.RetryBudget;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Failed requests are tried again: how often, why, with which waits, and up to which share of all
 * requests. The first part goes into a route, the budget into the destination's traffic policy.
 */
@IstioStyle
@Value.Immutable
public abstract class Retry {

  Retry() {}

  /**
   * Up to this many retries after the first try. 0 switches Istio's own two retries off.
   *
   * @param attempts at least 0
   */
  public static Retry retry(int attempts) {
    return ImmutableRetry.builder().attempts(attempts).build();
  }

  /** How often a request is tried again. */
  public abstract int attempts();

  /** The time for one try; at least 1 ms. Default: the route's timeout. */
  public abstract Optional<Duration> perTryTimeout();

  /** A copy with this {@link #perTryTimeout()}. */
  public abstract Retry perTryTimeout(Duration perTryTimeout);

  /** Why. Default: Istio's, connect-failure, refused-stream, unavailable, cancelled. */
  public abstract List<RetryOn> on();

  /** A copy with these reasons in place of the old. */
  public abstract Retry on(Iterable<? extends RetryOn> on);

  /** A copy with these reasons too. */
  public final Retry on(RetryOn first, RetryOn... more) {
    return on(Elements.added(on(), first, more));
  }

  /** Statuses that are a reason too, 100 to 599. */
  public abstract List<Integer> statuses();

  /** A copy with these statuses in place of the old. */
  public abstract Retry statuses(Iterable<Integer> statuses);

  /** A copy with these statuses too. */
  public final Retry statuses(int first, int... more) {
    return statuses(Elements.added(statuses(), first, more));
  }

  /**
   * The wait before the first retry; it doubles with each retry, with jitter, up to ten times this.
   * Default 25 ms. Since Istio 1.26.
   */
  public abstract Optional<Duration> backoff();

  /** A copy with this {@link #backoff()}. */
  public abstract Retry backoff(Duration backoff);

  /** The share of the active requests that may be retries. Since Istio 1.27. */
  public abstract Optional<RetryBudget> budget();

  /** A copy with this {@link #budget()}. */
  public abstract Retry budget(RetryBudget budget);

  /** A copy with a budget of this share, 0.0 to 100.0 %, and this many that are always allowed. */
  public final Retry budget(double percent, long minRetryConcurrency) {
    return budget(
        RetryBudget.retryBudget().percent(percent).minRetryConcurrency(minRetryConcurrency));
  }

  /** The part that a route holds. */
  public HttpRetry retries() {
    HttpRetry retries = HttpRetry.httpRetry().attempts(attempts());
    if (perTryTimeout().isPresent()) {
      retries = retries.perTryTimeout(perTryTimeout().get());
    }
    List<String> reasons =
        Stream.concat(on().stream(), statuses().stream()).map(Object::toString).toList();
    if (!reasons.isEmpty()) {
      retries = retries.retryOn(String.join(",", reasons));
    }
    return backoff().map(retries::backoff).orElse(retries);
  }

  /** The route with these retries. */
  public HttpRoute applyTo(HttpRoute route) {
    return route.retries(retries());
  }

  /** The policy with the budget; unchanged without one. */
  public TrafficPolicy applyTo(TrafficPolicy policy) {
    return budget().map(policy::retryBudget).orElse(policy);
  }

  /** {@code Retry 3 times on connect-failure, …}. */
  @Override
  public String toString() {
    return "Retry " + attempts() + " times\n" + retries();
  }
}
