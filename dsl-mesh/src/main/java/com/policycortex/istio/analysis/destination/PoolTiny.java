package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ConnectionPoolSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection pool has the values of a tutorial. */
final class PoolTiny extends Check<DestinationRule> {

  PoolTiny() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.info("DR-POOL-TINY", "A connection pool lets one request through at a time")
            .meaning(
                "maxConnections, http1MaxPendingRequests, http2MaxRequests or"
                    + " maxRequestsPerConnection is 1: the values that tutorials use to show a"
                    + " circuit breaker open.")
            .why(
                "Under the load of any day requests are answered with 503 (overflow), or each opens"
                    + " a connection of its own.")
            .fix("Set limits a little above the load that the service is known to bear")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    rule.trafficPolicy()
        .flatMap(TrafficPolicy::connectionPool)
        .ifPresent(pool -> check(pool, "spec.trafficPolicy.connectionPool", rule, report));
    for (int i = 0; i < rule.subsets().size(); i++) {
      String path = "spec.subsets[" + i + "].trafficPolicy.connectionPool";
      rule.subsets()
          .get(i)
          .trafficPolicy()
          .flatMap(TrafficPolicy::connectionPool)
          .ifPresent(pool -> check(pool, path, rule, report));
    }
  }

  private static void check(
      ConnectionPoolSettings pool, String path, DestinationRule rule, Report report) {
    List<String> tiny = new ArrayList<>();
    pool.tcp()
        .flatMap(tcp -> tcp.maxConnections())
        .filter(value -> value == 1)
        .ifPresent(value -> tiny.add("tcp.maxConnections"));
    pool.http()
        .ifPresent(
            http -> {
              add(tiny, "http.http1MaxPendingRequests", http.http1MaxPendingRequests());
              add(tiny, "http.http2MaxRequests", http.http2MaxRequests());
              add(tiny, "http.maxRequestsPerConnection", http.maxRequestsPerConnection());
            });
    for (String field : tiny) {
      report
          .add(path + "." + field, field + " is 1 for the clients of " + rule.host() + ".")
          .at(pool);
    }
  }

  private static void add(List<String> tiny, String field, Optional<Integer> value) {
    value.filter(number -> number == 1).ifPresent(number -> tiny.add(field));
  }
}
