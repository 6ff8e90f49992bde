package com.policycortex.istio.benchmarks;

import com.policycortex.istio.analysis.Checks;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Reads;
import com.policycortex.istio.model.Manifest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the time of each check grows with the mesh: {@code AnalysisGrowth SMALL LARGE}, numbers of
 * services. An exponent of 1 means as the mesh, of 2 as its square.
 *
 * <p>All checks look at a part of the manifests before all look at the next, as an analysis does,
 * on one thread. Times are what the processor counts for the thread, so whoever else uses the
 * machine is left out. Getting the manifests from memory stands in a line of its own: a small mesh
 * stays in the processor's cache from round to round, a large one does not.
 */
public final class AnalysisGrowth {

  private static final int WARMING = 60;
  private static final int ROUNDS = 9;
  private static final int PART = 128;
  private static final double LIMIT = 1.1;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Check<?>> checks = Checks.all();
  private int touched;

  private AnalysisGrowth() {}

  /** Something, and how many milliseconds it takes of each of the meshes. */
  private record Growth(String what, double before, double after, double exponent) {
    @Override
    public String toString() {
      String mark = exponent > LIMIT ? "  <--" : "";
      return "%12.3f %12.3f  %8.2f  %s%s".formatted(before, after, exponent, what, mark);
    }
  }

  /**
   * Prints a line for each check, the slowest first, and one for all together.
   *
   * @param arguments two numbers of services
   */
  public static void main(String[] arguments) {
    new AnalysisGrowth().run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
  }

  private void run(int small, int large) {
    Mesh smallMesh = Mesh.of(GeneratedMesh.manifests(small));
    Mesh largeMesh = Mesh.of(GeneratedMesh.manifests(large));
    least(smallMesh, WARMING); // compiled code on both sides
    double[] before = least(smallMesh, 3 * ROUNDS);
    double[] after = least(largeMesh, ROUNDS);

    System.out.printf("%12s %12s  exponent%n", small + " [ms]", large + " [ms]");
    double meshes = Math.log((double) large / small);
    List<Growth> growths = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      String what = i < checks.size() ? checks.get(i).info().id() : "(manifests from memory)";
      double exponent = before[i] == 0 ? 0 : Math.log(after[i] / before[i]) / meshes;
      growths.add(new Growth(what, before[i], after[i], exponent));
    }
    growths.sort(Comparator.comparingDouble(Growth::after).reversed());
    growths.forEach(System.out::println);
    double allBefore = Arrays.stream(before).sum();
    double allAfter = Arrays.stream(after).sum();
    System.out.println(
        new Growth("(all)", allBefore, allAfter, Math.log(allAfter / allBefore) / meshes));
    System.out.println("looked at " + touched); // so that nobody leaves the looking out
  }

  // The least of several rounds for each check; at the end, for getting the manifests.
  private double[] least(Mesh mesh, int rounds) {
    double[] least = new double[checks.size() + 1];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int round = 0; round < rounds; round++) {
      long[] nanos = nanos(mesh.withConfig(mesh.settings().config())); // no answers are kept yet
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], nanos[i] / 1e6);
      }
    }
    return least;
  }

  private long[] nanos(Mesh mesh) {
    long[] nanos = new long[checks.size() + 1];
    List<Manifest> manifests = mesh.manifests();
    for (int from = 0; from < manifests.size(); from += PART) {
      List<Manifest> part = manifests.subList(from, Math.min(from + PART, manifests.size()));
      long begin = THREADS.getCurrentThreadCpuTime();
      for (Manifest manifest : part) {
        touched += manifest.hashCode() & 1;
      }
      nanos[checks.size()] += THREADS.getCurrentThreadCpuTime() - begin;
      MeshView view = mesh.view(new Reads());
      for (int i = 0; i < checks.size(); i++) {
        nanos[i] += nanos(checks.get(i), part, view);
      }
    }
    return nanos;
  }

  private <S> long nanos(Check<S> check, List<Manifest> part, MeshView view) {
    List<String> kinds = check.subject().kinds();
    List<Manifest> its = new ArrayList<>();
    for (Manifest manifest : part) {
      if (kinds.isEmpty() || kinds.contains(Names.kind(manifest))) {
        its.add(manifest);
      }
    }
    if (its.isEmpty()) {
      return 0;
    }
    long begin = THREADS.getCurrentThreadCpuTime();
    for (Manifest manifest : its) {
      for (S subject : check.subject().of(manifest, view)) {
        Report report = new Report(check.info(), manifest);
        check.check(subject, view, report);
        touched += report.findings().size();
      }
    }
    return THREADS.getCurrentThreadCpuTime() - begin;
  }
}
