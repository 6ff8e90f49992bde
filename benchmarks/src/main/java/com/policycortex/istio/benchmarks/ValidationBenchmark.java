package com.policycortex.istio.benchmarks;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Validating a VirtualService in memory that is valid, by the number of its routes. A plain route
 * has a match of a prefix, a destination and a timeout; a full one a match of a prefix and a
 * header, two destinations with port, subset and weight, a timeout, and retries.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {

  private static final String HEAD =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: shop, namespace: shop}
      spec:
        hosts: [shop.shop.svc.cluster.local]
        http:
      """;

  private static final String PLAIN =
      """
        - match: [{uri: {prefix: /api/vNUMBER/}}]
          route: [{destination: {host: shop-NUMBER.shop.svc.cluster.local, subset: v1}}]
          timeout: 5s
      """;

  private static final String FULL =
      """
        - match: [{uri: {prefix: /api/vNUMBER/}, headers: {x-team: {exact: team-NUMBER}}}]
          route:
          - destination: {host: shop-NUMBER.shop.svc.cluster.local, subset: v1, port: {number: 80}}
            weight: 90
          - destination: {host: shop-NUMBER.shop.svc.cluster.local, subset: v2, port: {number: 80}}
            weight: 10
          timeout: 5s
          retries: {attempts: 3, perTryTimeout: 2s, retryOn: "gateway-error,connect-failure"}
      """;

  /** How many routes there are. */
  @Param({"10", "100", "1000"})
  private int routes;

  /** What is in a route. */
  @Param({"plain", "full"})
  private String route = "plain";

  private Manifest manifest = virtualService("plain", 1);

  /** Makes the VirtualService. */
  @Setup
  public void read() {
    manifest = virtualService(route, routes);
    if (!Validation.validate(manifest).isEmpty()) {
      throw new IllegalStateException("The manifest is not valid");
    }
  }

  /** All rules. */
  @Benchmark
  public List<Finding> validate() {
    return Validation.validate(manifest);
  }

  private static Manifest virtualService(String route, int routes) {
    StringBuilder yaml = new StringBuilder(HEAD);
    for (int i = 0; i < routes; i++) {
      yaml.append((route.equals("full") ? FULL : PLAIN).replace("NUMBER", Integer.toString(i)));
    }
    return ManifestReader.read("routes.yaml", yaml.toString()).manifests().get(0);
  }
}
