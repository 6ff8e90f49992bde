package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.AbortError;
import com.policycortex.istio.model.networking.DelayType;
import com.policycortex.istio.model.networking.FaultAbort;
import com.policycortex.istio.model.networking.FaultDelay;
import com.policycortex.istio.model.networking.HttpFaultInjection;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.Percent;
import java.time.Duration;

/**
 * Delays and errors on purpose, to see what callers make of them. Istio applies no retries and no
 * timeout to a route with faults.
 *
 * @param fault the fault as a route holds it
 */
public record FaultInjection(HttpFaultInjection fault) {

  /**
   * Delays a share of the requests.
   *
   * @param delay at least 1 ms
   * @param percent 0.0 to 100.0
   */
  public static FaultInjection delay(Duration delay, double percent) {
    return new FaultInjection(HttpFaultInjection.httpFaultInjection()).andDelay(delay, percent);
  }

  /**
   * Answers a share of the requests with a status.
   *
   * @param status 200 to 599
   * @param percent 0.0 to 100.0
   */
  public static FaultInjection abort(int status, double percent) {
    return new FaultInjection(HttpFaultInjection.httpFaultInjection()).andAbort(status, percent);
  }

  /** And delays a share of the requests. */
  public FaultInjection andDelay(Duration delay, double percent) {
    return new FaultInjection(
        fault.delay(
            FaultDelay.faultDelay()
                .delayType(new DelayType.FixedDelay(delay))
                .percentage(Percent.percent().value(percent))));
  }

  /** And answers a share of the requests with a status. */
  public FaultInjection andAbort(int status, double percent) {
    return new FaultInjection(
        fault.abort(
            FaultAbort.faultAbort()
                .error(new AbortError.HttpStatus(status))
                .percentage(Percent.percent().value(percent))));
  }

  /** The route with this fault. */
  public HttpRoute applyTo(HttpRoute route) {
    return route.fault(fault);
  }

  /** The fault as YAML. */
  @Override
  public String toString() {
    return fault.toString();
  }
}
