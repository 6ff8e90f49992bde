package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * What the rules take for a valid manifest, in bytes that the JVM counts: nothing but an Optional
 * for a field that is there, and no more for each route however many there are.
 */
class ValidationAllocationTest {

  private static final int WARM_UP = 5;
  private static final int ROUNDS = 5;

  // 16 bytes for each time that a rule asks for a field that is there; 415 in all, interpreted.
  private static final long A_ROUTE = 600;
  private static final long A_MANIFEST = 1_000;

  @Test
  void a_valid_route_takes_the_same_few_bytes_however_many_there_are() {
    long ten = bytes(virtualService(10));
    long hundred = bytes(virtualService(100));

    assertThat(ten).isLessThan(A_MANIFEST + 10 * A_ROUTE);
    assertThat(hundred - ten).isLessThan(90 * A_ROUTE);
  }

  @Test
  void prefixes_that_begin_each_other_take_no_more() {
    StringBuilder yaml = new StringBuilder(head());
    for (int i = 200; i > 0; i--) {
      yaml.append(
          "  - {match: [{uri: {prefix: /%s}}], redirect: {uri: /}}\n".formatted("a/".repeat(i)));
    }

    assertThat(bytes(read(yaml.toString()))).isLessThan(A_MANIFEST + 200 * A_ROUTE);
  }

  // The least of some rounds: the JVM compiles meanwhile.
  private static long bytes(Manifest manifest) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported());
    assertThat(Validation.validate(manifest)).isEmpty();
    for (int i = 0; i < WARM_UP; i++) {
      Validation.validate(manifest);
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      Validation.validate(manifest);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static Manifest virtualService(int routes) {
    StringBuilder yaml = new StringBuilder(head());
    for (int i = 0; i < routes; i++) {
      yaml.append(
          """
            - match: [{uri: {prefix: /v%1$d/}, headers: {x-team: {exact: t%1$d}}}]
              route:
              - {destination: {host: shop-%1$d, subset: v1, port: {number: 80}}, weight: 90}
              - {destination: {host: shop-%1$d, subset: v2, port: {number: 80}}, weight: 10}
              timeout: 5s
              retries: {attempts: 3, perTryTimeout: 2s, retryOn: "gateway-error,503"}
          """
              .formatted(i));
    }
    return read(yaml.toString());
  }

  private static String head() {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: shop, namespace: shop}
    spec:
      hosts: [shop.shop.svc.cluster.local]
      http:
    """;
  }

  private static Manifest read(String yaml) {
    return ManifestReader.read("routes.yaml", yaml).manifests().get(0);
  }
}
