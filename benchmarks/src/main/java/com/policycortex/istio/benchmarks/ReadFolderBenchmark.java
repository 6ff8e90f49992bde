package com.policycortex.istio.benchmarks;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Strict reading of a folder of files, on one core and on two. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadFolderBenchmark {

  private static final int MANIFESTS_OF_A_FILE = 100;

  /** How many services the mesh has. */
  @Param({"1000"})
  private int services;

  /** How many cores read. */
  @Param({"1", "2"})
  private int cores;

  private Path folder = Path.of("");
  private ForkJoinPool pool = new ForkJoinPool(1);

  /** Writes the mesh. */
  @Setup
  public void generate() throws IOException {
    folder = Files.createTempDirectory("mesh");
    List<Manifest> manifests = GeneratedMesh.manifests(services);
    for (int i = 0; i < manifests.size(); i += MANIFESTS_OF_A_FILE) {
      int end = Math.min(manifests.size(), i + MANIFESTS_OF_A_FILE);
      String text = GeneratedMesh.yaml(manifests.subList(i, end));
      Files.writeString(folder.resolve(String.format("%05d.yaml", i)), text);
    }
    pool = new ForkJoinPool(cores);
  }

  /** Takes the mesh away. */
  @TearDown
  public void delete() throws IOException {
    pool.shutdown();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Reads the folder; the reader takes the cores of the pool that it runs in. */
  @Benchmark
  public ReadResult istioDslReadsAFolder() {
    return pool.submit(() -> ManifestReader.read(List.of(folder))).join();
  }
}
