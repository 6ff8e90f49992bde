package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of Telemetry. */
public final class TelemetryChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new SelectorlessTelemetryDuplicate(),
          new TelemetrySelectorOverlap(),
          new TelemetryWithoutWorkload(),
          new TelemetrySelectorInRootNamespace(),
          new AccessLogWithoutProvider(),
          new TelemetryProviderUndefined(),
          new TelemetryProviderOfAnotherType(),
          new TelemetryProviderServiceMissing(),
          new TelemetryProviderDeprecated(),
          new SamplingFull());

  private TelemetryChecks() {}
}
