package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a workload tells that it is ready.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#ReadinessProbe">ReadinessProbe</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ReadinessProbe extends Message {

  ReadinessProbe() {}

  /** A value that sets nothing yet. */
  public static ReadinessProbe readinessProbe() {
    return ImmutableReadinessProbe.builder().build();
  }

  /** What is asked. */
  public abstract Optional<HealthCheckMethod> healthCheckMethod();

  /** A copy with this {@link #healthCheckMethod()}. */
  public abstract ReadinessProbe healthCheckMethod(HealthCheckMethod healthCheckMethod);

  /** Seconds before the first probe. */
  public abstract Optional<Integer> initialDelaySeconds();

  /** A copy with this {@link #initialDelaySeconds()}. */
  public abstract ReadinessProbe initialDelaySeconds(int initialDelaySeconds);

  /** Seconds for an answer. Default 1. */
  public abstract Optional<Integer> timeoutSeconds();

  /** A copy with this {@link #timeoutSeconds()}. */
  public abstract ReadinessProbe timeoutSeconds(int timeoutSeconds);

  /** Seconds between probes. Default 10. */
  public abstract Optional<Integer> periodSeconds();

  /** A copy with this {@link #periodSeconds()}. */
  public abstract ReadinessProbe periodSeconds(int periodSeconds);

  /** Successes in a row to be ready. Default 1. */
  public abstract Optional<Integer> successThreshold();

  /** A copy with this {@link #successThreshold()}. */
  public abstract ReadinessProbe successThreshold(int successThreshold);

  /** Failures in a row to be unready. Default 3. */
  public abstract Optional<Integer> failureThreshold();

  /** A copy with this {@link #failureThreshold()}. */
  public abstract ReadinessProbe failureThreshold(int failureThreshold);

  /** Reads one. */
  public static ReadinessProbe read(FieldReader in) {
    return ImmutableReadinessProbe.builder()
        .origin(in.origin())
        .healthCheckMethod(HealthCheckMethod.read(in))
        .initialDelaySeconds(in.int32("initialDelaySeconds"))
        .timeoutSeconds(in.int32("timeoutSeconds"))
        .periodSeconds(in.int32("periodSeconds"))
        .successThreshold(in.int32("successThreshold"))
        .failureThreshold(in.int32("failureThreshold"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(healthCheckMethod());
    out.int32("initialDelaySeconds", initialDelaySeconds());
    out.int32("timeoutSeconds", timeoutSeconds());
    out.int32("periodSeconds", periodSeconds());
    out.int32("successThreshold", successThreshold());
    out.int32("failureThreshold", failureThreshold());
  }
}
