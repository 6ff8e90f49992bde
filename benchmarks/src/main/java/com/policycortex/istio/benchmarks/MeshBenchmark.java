package com.policycortex.istio.benchmarks;

import com.policycortex.istio.analysis.Analysis;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.VirtualService;
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

/** A generated mesh as a value: building it, analysing it, and both again after a change. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class MeshBenchmark {

  /** How many services the mesh has; there are four times as many documents. */
  @Param({"1000", "10000"})
  private int services;

  private List<Manifest> manifests = List.of();
  private Mesh mesh = Mesh.of();
  private Analysis analysis = Analysis.of(mesh);
  private List<VirtualService> changing = List.of();
  private int next;

  /** Makes the mesh. */
  @Setup
  public void generate() {
    manifests = GeneratedMesh.manifests(services);
    mesh = Mesh.of(manifests);
    analysis = Analysis.of(mesh);
    changing = mesh.view().all(VirtualService.KIND);
  }

  /** All indexes of a mesh of values in memory. */
  @Benchmark
  public Mesh build() {
    return Mesh.of(manifests);
  }

  /** All checks. */
  @Benchmark
  public List<Finding> analyse() {
    return Analysis.of(mesh).findings();
  }

  /** A copy with one changed manifest. */
  @Benchmark
  public Mesh change() {
    return mesh.with(changed());
  }

  /** A copy with one changed manifest, and all findings about it. */
  @Benchmark
  public List<Finding> changeAndAnalyse() {
    return analysis.update(mesh.with(changed())).findings();
  }

  private VirtualService changed() {
    next = (next + 7919) % changing.size();
    VirtualService service = changing.get(next);
    return service.metadata(service.metadata().annotation("changed", Integer.toString(next)));
  }
}
