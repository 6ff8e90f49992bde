package com.policycortex.istio.benchmarks;

import com.policycortex.istio.analysis.Analysis;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All checks of a mesh whose values are in memory, and {@code istioctl analyze} of the same files,
 * in turn: {@code InMemory ISTIOCTL FOLDER PAIRS}.
 */
public final class InMemory {

  private static final int WARMING = 25;

  private InMemory() {}

  /** One of each, in milliseconds. */
  private record Pair(double checks, double indexesAndChecks, double istioctl) {}

  /**
   * Prints a line for each pair, and the medians.
   *
   * @param arguments the program istioctl, a folder of manifests, how many pairs
   * @throws IOException if istioctl cannot be started
   * @throws InterruptedException if somebody stops this
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String istioctl = arguments[0];
    Path folder = Path.of(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    List<Manifest> manifests = ManifestReader.read(List.of(folder)).manifests();
    int findings = 0;
    for (int i = 0; i < WARMING; i++) {
      findings = Analysis.of(Mesh.of(manifests)).findings().size();
    }
    System.out.println(manifests.size() + " manifests, " + findings + " findings");
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Pair pair = pair(istioctl, folder, manifests, i % 2 == 0);
      pairs.add(pair);
      System.out.printf(
          "istioctl analyze %.0f ms, all checks %.0f ms, with all indexes %.0f ms%n",
          pair.istioctl, pair.checks, pair.indexesAndChecks);
    }
    System.out.printf(
        "ratio to istioctl (median of %d): all checks %.1f, with all indexes %.1f%n",
        count,
        median(pairs.stream().map(pair -> pair.istioctl / pair.checks).toList()),
        median(pairs.stream().map(pair -> pair.istioctl / pair.indexesAndChecks).toList()));
  }

  // Who comes second must not always be the same.
  private static Pair pair(
      String istioctl, Path folder, List<Manifest> manifests, boolean istioctlFirst)
      throws IOException, InterruptedException {
    double theirs = istioctlFirst ? istioctl(istioctl, folder) : 0;
    long begin = System.nanoTime();
    Mesh mesh = Mesh.of(manifests);
    long indexed = System.nanoTime();
    Analysis.of(mesh).findings();
    long end = System.nanoTime();
    theirs = istioctlFirst ? theirs : istioctl(istioctl, folder);
    return new Pair((end - indexed) / 1e6, (end - begin) / 1e6, theirs);
  }

  private static double istioctl(String istioctl, Path folder)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    new ProcessBuilder(istioctl, "analyze", "--use-kube=false", "-A", folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
