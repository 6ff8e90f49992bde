package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.AbortError;
import com.policycortex.istio.model.networking.DelayType;
import com.policycortex.istio.model.networking.FaultAbort;
import com.policycortex.istio.model.networking.FaultDelay;
import com.policycortex.istio.model.networking.HttpFaultInjection;
import com.policycortex.istio.model.networking.Percent;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Injected errors and delays. */
final class FaultRules {

  private static final double SMALLEST = 0.0001;
  private static final Set<String> GRPC_STATUSES =
      Set.of(
          "OK",
          "CANCELLED",
          "UNKNOWN",
          "INVALID_ARGUMENT",
          "DEADLINE_EXCEEDED",
          "NOT_FOUND",
          "ALREADY_EXISTS",
          "PERMISSION_DENIED",
          "RESOURCE_EXHAUSTED",
          "FAILED_PRECONDITION",
          "ABORTED",
          "OUT_OF_RANGE",
          "UNIMPLEMENTED",
          "INTERNAL",
          "UNAVAILABLE",
          "DATA_LOSS",
          "UNAUTHENTICATED");

  private static final RuleSet<FaultAbort> ABORT =
      RuleSet.of(FaultAbort.class)
          .rule(percentage(FaultAbort::percentage))
          .error(
              "VS-FAULT-GRPC",
              Gate.ISTIOD,
              "Write a gRPC status such as UNAVAILABLE",
              (abort, report) -> {
                if (abort.error().orElse(null) instanceof AbortError.GrpcStatus status
                    && !GRPC_STATUSES.contains(status.value())) {
                  report.add("grpcStatus", Text.quote(status.value()) + " is not a gRPC status");
                }
              })
          .error(
              "VS-FAULT-HTTP2",
              Gate.ISTIOD,
              "Write httpStatus or grpcStatus: HTTP/2 errors are not implemented",
              (abort, report) -> {
                if (abort.error().orElse(null) instanceof AbortError.Http2Error) {
                  report.add("http2Error", "HTTP/2 errors cannot be injected");
                }
              })
          .error(
              "VS-FAULT-STATUS",
              Gate.ISTIOD,
              "Write a status from 200 to 600",
              (abort, report) -> {
                if (abort.error().orElse(null) instanceof AbortError.HttpStatus status
                    && (status.value() < 200 || status.value() > 600)) {
                  report.add("httpStatus", status.value() + " is not a status from 200 to 600");
                }
              })
          .build();

  private static final RuleSet<FaultDelay> DELAY =
      RuleSet.of(FaultDelay.class)
          .rule(percentage(FaultDelay::percentage))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "VS-FAULT-FIXED",
                  "fixedDelay",
                  delay ->
                      delay.delayType().orElse(null) instanceof DelayType.FixedDelay fixed
                          ? Optional.of(fixed.value())
                          : Optional.empty()))
          .error(
              "VS-FAULT-EXP",
              Gate.BOTH,
              "Write fixedDelay: exponential delays are not implemented",
              (delay, report) -> {
                if (delay.delayType().orElse(null) instanceof DelayType.ExponentialDelay late) {
                  Gate gate = DurationRules.isOutside(late.value()) ? Gate.BOTH : Gate.ISTIOD;
                  report.add(gate, "exponentialDelay", "Exponential delays cannot be injected");
                }
              })
          .build();

  static final RuleSet<HttpFaultInjection> RULES =
      RuleSet.of(HttpFaultInjection.class)
          .error(
              "VS-FAULT-EMPTY",
              Gate.ISTIOD,
              "Write abort or delay",
              (fault, report) -> {
                if (fault.abort().isEmpty() && fault.delay().isEmpty()) {
                  report.add("", "The fault injects nothing");
                }
              })
          .part("abort", HttpFaultInjection::abort, ABORT)
          .part("delay", HttpFaultInjection::delay, DELAY)
          .build();

  private FaultRules() {}

  private static <T> Rule<T> percentage(Function<T, Optional<Percent>> get) {
    return Rule.error(
        "VS-FAULT-PERCENT",
        Gate.ISTIOD,
        "Write 0, or a percentage from 0.0001 to 100",
        (value, report) -> {
          double percent = get.apply(value).flatMap(Percent::value).orElse(0.0);
          if (percent != 0 && !(percent >= SMALLEST && percent <= 100)) {
            report.add("percentage.value", percent + " is not 0 and outside 0.0001 to 100 percent");
          }
        });
  }
}
