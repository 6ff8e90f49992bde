package com.policycortex.istio.benchmarks;

import com.policycortex.istio.analysis.Analysis;
import com.policycortex.istio.analysis.Checks;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.MeshView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * How the time of each check grows with the mesh: {@code AnalysisGrowth SMALL LARGE}, numbers of
 * services. An exponent of 1 means as the mesh, of 2 as its square.
 *
 * <p>The time of a check is what it takes within an analysis by all checks, without the walk over
 * the manifests.
 */
public final class AnalysisGrowth {

  private static final int WARMING = 50;
  private static final int ROUNDS = 7;

  private AnalysisGrowth() {}

  /**
   * Prints a line for each check, the slowest first, and one for all.
   *
   * @param arguments two numbers of services
   */
  public static void main(String[] arguments) {
    int small = Integer.parseInt(arguments[0]);
    int large = Integer.parseInt(arguments[1]);
    List<Timed<?>> checks = new ArrayList<>();
    Checks.all().forEach(check -> checks.add(new Timed<>(check)));
    Mesh smallMesh = Mesh.of(GeneratedMesh.manifests(small));
    Mesh largeMesh = Mesh.of(GeneratedMesh.manifests(large));
    millis(smallMesh, checks, WARMING); // compiled code on both sides
    double[] after = millis(largeMesh, checks, ROUNDS);
    double[] before = millis(smallMesh, checks, ROUNDS);
    double growth = Math.log((double) large / small);

    System.out.printf("%12s %12s  exponent%n", small + " [ms]", large + " [ms]");
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -after[i]));
    for (int i : order) {
      print(before[i], after[i], growth, checks.get(i).info().id());
    }
    print(before[checks.size()], after[checks.size()], growth, "everything");
  }

  private static void print(double before, double after, double growth, String what) {
    System.out.printf(
        "%12.3f %12.3f  %8.2f  %s%n", before, after, Math.log(after / before) / growth, what);
  }

  // The least of several rounds for each check, and for all of it at the end.
  private static double[] millis(Mesh mesh, List<Timed<?>> checks, int rounds) {
    double[] least = new double[checks.size() + 1];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int round = 0; round < rounds; round++) {
      checks.forEach(check -> check.nanos.reset());
      long begin = System.nanoTime();
      Analysis.of(mesh, checks);
      least[checks.size()] = Math.min(least[checks.size()], (System.nanoTime() - begin) / 1e6);
      for (int i = 0; i < checks.size(); i++) {
        least[i] = Math.min(least[i], checks.get(i).nanos.sum() / 1e6);
      }
    }
    return least;
  }

  private static final class Timed<S> extends Check<S> {
    private final Check<S> check;
    private final LongAdder nanos = new LongAdder();

    Timed(Check<S> check) {
      super(check.subject(), check.info());
      this.check = check;
    }

    @Override
    public void check(S subject, MeshView mesh, Report report) {
      long begin = System.nanoTime();
      check.check(subject, mesh, report);
      nanos.add(System.nanoTime() - begin);
    }
  }
}
