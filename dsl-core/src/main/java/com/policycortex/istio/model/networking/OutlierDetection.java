package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.immutables.value.Value;

/**
 * The circuit breaker: takes an endpoint out of load balancing after a number of errors in a row,
 * for a time that grows with each ejection.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection">
 *     OutlierDetection</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OutlierDetection extends Message {

  OutlierDetection() {}

  /** Outlier detection with Istio's defaults: 5 consecutive 5xx errors within 10 s sweeps. */
  public static OutlierDetection outlierDetection() {
    return ImmutableOutlierDetection.builder().build();
  }

  /**
   * Whether errors made locally (connect failures, timeouts) are counted apart from those that the
   * endpoint answered. Default false.
   */
  public abstract Optional<Boolean> splitExternalLocalOriginErrors();

  /** A copy with this {@link #splitExternalLocalOriginErrors()}. */
  public abstract OutlierDetection splitExternalLocalOriginErrors(boolean split);

  /**
   * Local errors in a row that eject an endpoint; 0 switches this off. Default 5. Has a meaning
   * only with {@link #splitExternalLocalOriginErrors()}.
   */
  public abstract Optional<Long> consecutiveLocalOriginFailures();

  /** A copy with this {@link #consecutiveLocalOriginFailures()}. */
  public abstract OutlierDetection consecutiveLocalOriginFailures(long failures);

  /**
   * Gateway errors (502, 503, 504; for TCP connect failures) in a row that eject an endpoint; 0
   * switches this off, which is the default.
   */
  public abstract Optional<Long> consecutiveGatewayErrors();

  /** A copy with this {@link #consecutiveGatewayErrors()}. */
  public abstract OutlierDetection consecutiveGatewayErrors(long errors);

  /** 5xx errors in a row that eject an endpoint; 0 switches this off. Default 5. */
  public abstract Optional<Long> consecutive5xxErrors();

  /** A copy with this {@link #consecutive5xxErrors()}. */
  public abstract OutlierDetection consecutive5xxErrors(long errors);

  /**
   * The name that Istio had for {@link #consecutiveGatewayErrors()} until 1.6. Istio refuses
   * nothing and applies nothing; validation warns.
   */
  public abstract Optional<Integer> consecutiveErrors();

  /** Time between two sweeps that eject or return endpoints; at least 1 ms. Default 10 s. */
  public abstract Optional<Duration> interval();

  /** A copy with this {@link #interval()}. */
  public abstract OutlierDetection interval(Duration interval);

  /**
   * The shortest ejection; an endpoint stays out for this times the number of its ejections. At
   * least 1 ms. Default 30 s.
   */
  public abstract Optional<Duration> baseEjectionTime();

  /** A copy with this {@link #baseEjectionTime()}. */
  public abstract OutlierDetection baseEjectionTime(Duration time);

  /** The share of endpoints, 0 to 100 %, that may be out at a time. Default 10. */
  public abstract Optional<Integer> maxEjectionPercent();

  /** A copy with this {@link #maxEjectionPercent()}. */
  public abstract OutlierDetection maxEjectionPercent(int percent);

  /**
   * Below this share of healthy endpoints, 0 to 100 %, ejection stops and load is spread over all
   * of them. Default 0: never.
   */
  public abstract Optional<Integer> minHealthPercent();

  /** A copy with this {@link #minHealthPercent()}. */
  public abstract OutlierDetection minHealthPercent(int percent);

  /**
   * The HTTP status codes, 100 to 599, that count as errors in place of 5xx. Default: 500 to 599.
   */
  public abstract List<Long> outlierDetectionHttpErrorCodes();

  /** A copy with these {@link #outlierDetectionHttpErrorCodes()}. */
  public abstract OutlierDetection outlierDetectionHttpErrorCodes(Iterable<Long> codes);

  /** A copy with these added to {@link #outlierDetectionHttpErrorCodes()}. */
  public final OutlierDetection outlierDetectionHttpErrorCodes(long first, long... more) {
    Long[] others = LongStream.of(more).boxed().toArray(Long[]::new);
    return outlierDetectionHttpErrorCodes(added(outlierDetectionHttpErrorCodes(), first, others));
  }

  /** Reads one. */
  public static OutlierDetection read(FieldReader in) {
    return ImmutableOutlierDetection.builder()
        .origin(in.origin())
        .splitExternalLocalOriginErrors(in.bool("splitExternalLocalOriginErrors"))
        .consecutiveLocalOriginFailures(in.uint32("consecutiveLocalOriginFailures"))
        .consecutiveGatewayErrors(in.uint32("consecutiveGatewayErrors"))
        .consecutive5xxErrors(in.uint32("consecutive5xxErrors"))
        .consecutiveErrors(in.int32("consecutiveErrors"))
        .interval(in.duration("interval"))
        .baseEjectionTime(in.duration("baseEjectionTime"))
        .maxEjectionPercent(in.int32("maxEjectionPercent"))
        .minHealthPercent(in.int32("minHealthPercent"))
        .outlierDetectionHttpErrorCodes(in.uint32s("outlierDetectionHttpErrorCodes"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("splitExternalLocalOriginErrors", splitExternalLocalOriginErrors());
    out.int64("consecutiveLocalOriginFailures", consecutiveLocalOriginFailures());
    out.int64("consecutiveGatewayErrors", consecutiveGatewayErrors());
    out.int64("consecutive5xxErrors", consecutive5xxErrors());
    out.int32("consecutiveErrors", consecutiveErrors());
    out.duration("interval", interval());
    out.duration("baseEjectionTime", baseEjectionTime());
    out.int32("maxEjectionPercent", maxEjectionPercent());
    out.int32("minHealthPercent", minHealthPercent());
    out.integers("outlierDetectionHttpErrorCodes", outlierDetectionHttpErrorCodes());
  }
}
