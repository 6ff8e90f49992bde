package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ConnectionPoolSettings;
import com.policycortex.istio.model.networking.H2UpgradePolicy;
import com.policycortex.istio.model.networking.Http2KeepAlive;
import com.policycortex.istio.model.networking.HttpSettings;
import com.policycortex.istio.model.networking.TcpKeepalive;
import com.policycortex.istio.model.networking.TcpSettings;
import com.policycortex.istio.wire.Durations;
import java.time.Duration;
import java.util.Optional;

/** Connection pools. */
final class ConnectionPoolRules {

  private static final RuleSet<Http2KeepAlive> HTTP2_KEEP_ALIVE =
      RuleSet.of(Http2KeepAlive.class)
          .error(
              "DR-CP-KEEPALIVE-REQUIRED",
              Gate.ISTIOD,
              "Write both interval and timeout",
              (keepAlive, report) -> {
                if (keepAlive.interval().isEmpty()) {
                  report.add("interval", "The interval is missing");
                }
                if (keepAlive.timeout().isEmpty()) {
                  report.add("timeout", "The timeout is missing");
                }
              })
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-CP-KEEPALIVE-INTERVAL", "interval", Http2KeepAlive::interval))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-CP-KEEPALIVE-TIMEOUT", "timeout", Http2KeepAlive::timeout))
          .build();

  private static final RuleSet<HttpSettings> HTTP =
      RuleSet.of(HttpSettings.class)
          .rule(
              NumberRules.notNegative(
                  "DR-CP-HTTP1-PENDING",
                  Gate.ISTIOD,
                  "http1MaxPendingRequests",
                  HttpSettings::http1MaxPendingRequests))
          .rule(
              NumberRules.notNegative(
                  "DR-CP-HTTP2-MAX",
                  Gate.ISTIOD,
                  "http2MaxRequests",
                  HttpSettings::http2MaxRequests))
          .rule(
              NumberRules.notNegative(
                  "DR-CP-MAX-PER-CONN",
                  Gate.ISTIOD,
                  "maxRequestsPerConnection",
                  HttpSettings::maxRequestsPerConnection))
          .rule(
              NumberRules.notNegative(
                  "DR-CP-MAX-RETRIES", Gate.ISTIOD, "maxRetries", HttpSettings::maxRetries))
          .rule(
              NumberRules.notNegative(
                  "DR-CP-MAX-STREAMS",
                  Gate.ISTIOD,
                  "maxConcurrentStreams",
                  HttpSettings::maxConcurrentStreams))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-CP-HTTP-IDLE", "idleTimeout", HttpSettings::idleTimeout))
          .error(
              "DR-CP-H2UPGRADE",
              Gate.ISTIOD,
              "Keep one of h2UpgradePolicy: UPGRADE and useClientProtocol",
              (http, report) -> {
                if (http.h2UpgradePolicy().orElse(H2UpgradePolicy.DEFAULT)
                        == H2UpgradePolicy.UPGRADE
                    && http.useClientProtocol().orElse(false)) {
                  report.add(
                      "h2UpgradePolicy",
                      "Connections cannot be upgraded and keep the client's protocol");
                }
              })
          .part("http2KeepAlive", HttpSettings::http2KeepAlive, HTTP2_KEEP_ALIVE)
          .build();

  private static final RuleSet<TcpKeepalive> TCP_KEEPALIVE =
      RuleSet.of(TcpKeepalive.class)
          .rule(NumberRules.uint32("DR-UINT32", "probes", TcpKeepalive::probes))
          .rules(
              DurationRules.atLeastOneMillisecond("DR-CP-TCP-KA-TIME", "time", TcpKeepalive::time))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-CP-TCP-KA-INTERVAL", "interval", TcpKeepalive::interval))
          .build();

  private static final RuleSet<TcpSettings> TCP =
      RuleSet.of(TcpSettings.class)
          .rule(
              NumberRules.notNegative(
                  "DR-CP-TCP-MAX", Gate.ISTIOD, "maxConnections", TcpSettings::maxConnections))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-CP-TCP-CONNECT", "connectTimeout", TcpSettings::connectTimeout))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-CP-TCP-MAXDUR", "maxConnectionDuration", TcpSettings::maxConnectionDuration))
          .error(
              "DR-CP-TCP-IDLE",
              Gate.ISTIOD,
              "Write whole milliseconds, or 0s for no limit",
              (tcp, report) -> {
                Optional<Duration> idle = tcp.idleTimeout();
                if (idle.isPresent() && isBadIdle(idle.get())) {
                  report.add(
                      "idleTimeout",
                      Durations.format(idle.get())
                          + " is neither 0s nor a whole number of milliseconds");
                }
              })
          .part("tcpKeepalive", TcpSettings::tcpKeepalive, TCP_KEEPALIVE)
          .build();

  static final RuleSet<ConnectionPoolSettings> RULES =
      RuleSet.of(ConnectionPoolSettings.class)
          .error(
              "DR-CP-EMPTY",
              Gate.ISTIOD,
              "Write tcp or http, or leave the pool out",
              (pool, report) -> {
                if (pool.tcp().isEmpty() && pool.http().isEmpty()) {
                  report.add("", "The connection pool limits nothing");
                }
              })
          .part("tcp", ConnectionPoolSettings::tcp, TCP)
          .part("http", ConnectionPoolSettings::http, HTTP)
          .build();

  private ConnectionPoolRules() {}

  // istiod cuts off what is below a millisecond before it asks whether the timeout is zero.
  private static boolean isBadIdle(Duration idle) {
    boolean zero = idle.abs().compareTo(Duration.ofMillis(1)) < 0;
    return !zero && (DurationRules.isOutside(idle) || !DurationRules.isWholeMilliseconds(idle));
  }
}
