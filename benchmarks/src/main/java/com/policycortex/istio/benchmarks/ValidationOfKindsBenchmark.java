package com.policycortex.istio.benchmarks;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
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
 * Validating a manifest in memory of each of Istio's kinds, as people write it, after all the
 * others: with {@code -prof gc}, the bytes that it takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ValidationOfKindsBenchmark {

  private static final int WARM_UP = 3_000;

  /** Which kind. */
  @Param({
    "VirtualService",
    "DestinationRule",
    "Gateway",
    "ServiceEntry",
    "WorkloadEntry",
    "WorkloadGroup",
    "Sidecar",
    "EnvoyFilter",
    "ProxyConfig",
    "PeerAuthentication",
    "RequestAuthentication",
    "AuthorizationPolicy",
    "Telemetry",
    "WasmPlugin",
    "TrafficExtension"
  })
  private String kind = "";

  private List<Manifest> manifests = List.of();

  /** Reads the manifests, and validates all of them often: a real program sees all kinds. */
  @Setup
  public void read() throws IOException {
    try (InputStream yaml = ValidationOfKindsBenchmark.class.getResourceAsStream("kinds.yaml")) {
      byte[] bytes = Objects.requireNonNull(yaml).readAllBytes();
      List<Manifest> all = ManifestReader.read("kinds.yaml", bytes).manifests();
      for (int i = 0; i < WARM_UP; i++) {
        all.forEach(Validation::validate);
      }
      manifests = all.stream().filter(manifest -> manifest.kind().name().equals(kind)).toList();
    }
  }

  /** All rules. */
  @Benchmark
  public List<Finding> validate() {
    return Validation.validate(manifests.get(0));
  }
}
