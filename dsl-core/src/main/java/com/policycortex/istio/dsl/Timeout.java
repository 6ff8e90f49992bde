package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.HttpRoute;
import java.time.Duration;

/**
 * The time for a whole request, its retries and the waits between them included.
 *
 * @param duration at least 1 ms
 */
public record Timeout(Duration duration) {

  /** Requests that take longer are answered with 504. */
  public static Timeout timeout(Duration duration) {
    return new Timeout(duration);
  }

  /** The route with this timeout. */
  public HttpRoute applyTo(HttpRoute route) {
    return route.timeout(duration);
  }
}
