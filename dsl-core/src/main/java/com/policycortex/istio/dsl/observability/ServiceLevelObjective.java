package com.policycortex.istio.dsl.observability;

import com.policycortex.istio.dsl.ServiceRef;
import java.time.Duration;

/**
 * What a service promises: how many requests succeed, and how fast.
 *
 * @param service the service
 * @param availability the share of the requests that do not fail with 5xx, 0.0 to 100.0 %, both
 *     excluded
 * @param quantile the share of the requests that are fast enough, 0.0 to 1.0, both excluded
 * @param latency what is fast enough
 */
public record ServiceLevelObjective(
    ServiceRef service, double availability, double quantile, Duration latency) {

  /** Refuses what cannot be promised. */
  public ServiceLevelObjective {
    if (!(availability > 0 && availability < 100)) {
      throw new IllegalArgumentException(
          "an availability is more than 0 and less than 100 percent, not " + availability);
    }
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException(
          "a quantile is more than 0 and less than 1, not " + quantile);
    }
  }

  /** {@code core-api.policycortex: 99.9 % succeed, 99 % within 500 ms}. */
  @Override
  public String toString() {
    return service
        + ": "
        + Figures.plain(availability)
        + " % succeed, "
        + Figures.plain(quantile * 100)
        + " % within "
        + latency.toMillis()
        + " ms";
  }
}
