package com.policycortex.istio.benchmarks;

import com.policycortex.istio.analysis.Analysis;
import com.policycortex.istio.mesh.Mesh;
import java.lang.management.ManagementFactory;

/**
 * Analyses one mesh by all checks, and says how long that took and what memory it left in use:
 * {@code LargeMesh SERVICES}. Run it with the heap that is to suffice, for example {@code -Xmx8g}.
 */
public final class LargeMesh {

  private LargeMesh() {}

  /**
   * Prints one line.
   *
   * @param arguments the number of services
   */
  public static void main(String[] arguments) {
    var manifests = GeneratedMesh.manifests(Integer.parseInt(arguments[0]));
    long begin = System.nanoTime();
    Mesh mesh = Mesh.of(manifests);
    Analysis analysis = Analysis.of(mesh);
    long milliseconds = (System.nanoTime() - begin) / 1_000_000;
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    System.out.printf(
        "%s: %d ms, %d MB in use of at most %d MB%n",
        analysis, milliseconds, heap.getUsed() >> 20, heap.getMax() >> 20);
  }
}
