package com.policycortex.istio.benchmarks;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.policycortex.PolicyCortex;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The production preset as files, against the same documents with fabric8's types.
 *
 * <p>Ours builds every value from the settings, validates all of them, and writes. fabric8's side
 * starts from objects that are there already (read once from our YAML), copies each by its builder,
 * which stands for building it, and writes it with {@code Serialization.asYaml}; nothing is
 * validated. So the comparison favours fabric8. The installation manifest, which it has no type
 * for, is left out on its side.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RenderBenchmark {

  private List<HasMetadata> fabric8 = new ArrayList<>();
  private List<Manifest> manifests = List.of();

  /** Reads our YAML into fabric8's types. */
  @Setup
  public void readIntoFabric8() {
    KubernetesSerialization reader = new KubernetesSerialization();
    fabric8 = new ArrayList<>();
    manifests = PolicyCortex.prod().manifests();
    for (Manifest manifest : manifests) {
      if (!manifest.kind().name().equals("IstioOperator")) {
        fabric8.add(reader.unmarshal(manifest.toString()));
      }
    }
  }

  /** Builds, validates and writes the preset. */
  @Benchmark
  public Object istioDslBuildsAndRenders() {
    return PolicyCortex.prod().tree().files();
  }

  /** Writes manifests that are there. */
  @Benchmark
  public void istioDslWrites(Blackhole sink) {
    for (Manifest manifest : manifests) {
      sink.consume(manifest.toString());
    }
  }

  /** Copies fabric8's objects through their builders and writes them. */
  @Benchmark
  public void fabric8BuildsAndRenders(Blackhole sink) {
    for (HasMetadata object : fabric8) {
      sink.consume(Serialization.asYaml(Builders.rebuilt(object)));
    }
  }

  /** Writes fabric8's objects that are there. */
  @Benchmark
  public void fabric8Writes(Blackhole sink) {
    for (HasMetadata object : fabric8) {
      sink.consume(Serialization.asYaml(object));
    }
  }
}
