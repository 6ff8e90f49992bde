package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits retries to a share of the active requests.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-RetryBudget">RetryBudget</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RetryBudget extends Message {

  RetryBudget() {}

  /** A value that sets nothing yet. */
  public static RetryBudget retryBudget() {
    return ImmutableRetryBudget.builder().build();
  }

  /** The share, 0.0 to 100.0 %. Default 20. */
  public abstract Optional<Double> percent();

  /** A copy with this {@link #percent()}. */
  public abstract RetryBudget percent(double percent);

  /** Retries that are always allowed at a time. Default 3. */
  public abstract Optional<Long> minRetryConcurrency();

  /** A copy with this {@link #minRetryConcurrency()}. */
  public abstract RetryBudget minRetryConcurrency(long minRetryConcurrency);

  /** Over which time requests are counted. Default: only those active now. */
  public abstract Optional<Duration> budgetInterval();

  /** A copy with this {@link #budgetInterval()}. */
  public abstract RetryBudget budgetInterval(Duration budgetInterval);

  static RetryBudget read(FieldReader in) {
    return ImmutableRetryBudget.builder()
        .origin(in.origin())
        .percent(in.number("percent"))
        .minRetryConcurrency(in.uint32("minRetryConcurrency"))
        .budgetInterval(in.duration("budgetInterval"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.number("percent", percent());
    out.int64("minRetryConcurrency", minRetryConcurrency());
    out.duration("budgetInterval", budgetInterval());
  }
}
