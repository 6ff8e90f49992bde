package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.mesh.ConnectionSettings;
import com.policycortex.istio.wire.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Limits of each proxy's connections. */
final class ConnectionSettingsRules {

  private static final int SMALLEST_WINDOW = 65535;

  static final RuleSet<ConnectionSettings> RULES =
      RuleSet.of(ConnectionSettings.class)
          .rules(
              List.of(
                  bytes(
                      "listenerPerConnectionBufferLimitBytes",
                      ConnectionSettings::listenerPerConnectionBufferLimitBytes),
                  bytes(
                      "clusterPerConnectionBufferLimitBytes",
                      ConnectionSettings::clusterPerConnectionBufferLimitBytes),
                  time("httpIdleTimeout", ConnectionSettings::httpIdleTimeout),
                  time("httpMaxConnectionDuration", ConnectionSettings::httpMaxConnectionDuration),
                  time("httpDrainTimeout", ConnectionSettings::httpDrainTimeout),
                  time("httpRequestTimeout", ConnectionSettings::httpRequestTimeout),
                  time("httpRequestHeadersTimeout", ConnectionSettings::httpRequestHeadersTimeout),
                  time("httpStreamIdleTimeout", ConnectionSettings::httpStreamIdleTimeout),
                  time("httpMaxStreamDuration", ConnectionSettings::httpMaxStreamDuration),
                  atLeast(
                      "PXC-CONN-POSITIVE",
                      1,
                      "httpMaxConcurrentStreams",
                      ConnectionSettings::httpMaxConcurrentStreams),
                  atLeast(
                      "PXC-CONN-POSITIVE",
                      1,
                      "listenerConnectionLimit",
                      ConnectionSettings::listenerConnectionLimit),
                  atLeast(
                      "PXC-CONN-POSITIVE",
                      1,
                      "globalDownstreamConnectionLimit",
                      ConnectionSettings::globalDownstreamConnectionLimit),
                  atLeast(
                      "PXC-CONN-WINDOW",
                      SMALLEST_WINDOW,
                      "http2InitialStreamWindowSize",
                      ConnectionSettings::http2InitialStreamWindowSize),
                  atLeast(
                      "PXC-CONN-WINDOW",
                      SMALLEST_WINDOW,
                      "http2InitialConnectionWindowSize",
                      ConnectionSettings::http2InitialConnectionWindowSize)))
          .build();

  private ConnectionSettingsRules() {}

  private static Rule<ConnectionSettings> bytes(
      String field, Function<ConnectionSettings, Optional<Integer>> get) {
    return NumberRules.notNegative("PXC-CONN-NONNEG", Gate.ISTIOD, field, get);
  }

  private static Rule<ConnectionSettings> time(
      String field, Function<ConnectionSettings, Optional<Duration>> get) {
    return Rule.error(
        "PXC-CONN-NONNEG-TIME",
        Gate.ISTIOD,
        "Write 0s or more, or leave the field out",
        (settings, report) -> {
          Optional<Duration> time = get.apply(settings);
          if (time.isPresent() && time.get().isNegative()) {
            report.add(field, Durations.format(time.get()) + " is negative");
          }
        });
  }

  private static Rule<ConnectionSettings> atLeast(
      String id, int least, String field, Function<ConnectionSettings, Optional<Integer>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        "Write " + least + " or more, or leave the field out",
        (settings, report) -> {
          Optional<Integer> number = get.apply(settings);
          if (number.isPresent() && number.get() < least) {
            report.add(field, number.get() + " is less than " + least);
          }
        });
  }
}
