package com.policycortex.istio.benchmarks;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.Manifest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs that values written in Java know their line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class OriginBenchmark {

  /** The 409 manifests of a mesh of 100 services. */
  @Benchmark
  public Object build() {
    return GeneratedMesh.manifests(100);
  }

  /** The same, and their text. */
  @Benchmark
  public int buildAndWrite() {
    int length = 0;
    for (Manifest manifest : GeneratedMesh.manifests(100)) {
      length += manifest.toString().length();
    }
    return length;
  }

  /** One look at the stack. */
  @Benchmark
  public Object caller() {
    return Origin.caller();
  }
}
