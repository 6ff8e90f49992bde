package com.policycortex.istio.analysis;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Reads;
import com.policycortex.istio.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong between the manifests of a mesh, as an immutable value. It knows what each finding
 * depends on, so {@link #update} looks again only at what a change can have touched. What is wrong
 * with a manifest by itself is not here; {@link com.policycortex.istio.lint.Lint} has both.
 */
public final class Analysis {

  private static final int CHUNK = 128;

  private final Mesh mesh;
  private final List<Check<?>> checks;
  private final Plan plan;
  private final @Nullable Looked[] places;
  // Whether it is known what each finding depends on.
  private final boolean noted;

  private Analysis(
      Mesh mesh, List<Check<?>> checks, Plan plan, @Nullable Looked[] places, boolean noted) {
    this.mesh = mesh;
    this.checks = checks;
    this.plan = plan;
    this.places = places;
    this.noted = noted;
  }

  /** The analysis of a mesh by all checks. */
  public static Analysis of(Mesh mesh) {
    return of(mesh, Checks.all());
  }

  /** The analysis of a mesh by these checks. */
  public static Analysis of(Mesh mesh, Collection<? extends Check<?>> checks) {
    return of(mesh, checks, true);
  }

  /**
   * The analysis of a mesh that is asked once, by all checks: it does not note what its findings
   * depend on, so {@link #update} looks at everything again.
   */
  public static Analysis once(Mesh mesh) {
    return of(mesh, Checks.all(), false);
  }

  private static Analysis of(Mesh mesh, Collection<? extends Check<?>> checks, boolean noting) {
    List<Check<?>> all = List.copyOf(checks);
    Plan plan = Plan.of(mesh, all);
    int count = mesh.slots().count();
    @Nullable Looked[] places = new Looked[count];
    look(mesh, plan, IntStream.range(0, count).toArray(), places, noting);
    return new Analysis(mesh, all, plan, places, noting);
  }

  /**
   * The analysis of a changed copy of the mesh. Of another mesh, and where this one did not note
   * what its findings depend on, it is {@link #of} by the same checks.
   */
  public Analysis update(Mesh changed) {
    Optional<Reads> changes = changed.changesSince(mesh);
    if (!noted || changes.isEmpty() || !knowsTheSame(changed)) {
      return of(changed, checks);
    }
    Touched touched = new Touched(changes.get());
    int count = changed.slots().count();
    @Nullable Looked[] next = Arrays.copyOf(places, count);
    int[] again =
        IntStream.range(0, count)
            .filter(
                place -> {
                  Looked looked = next[place];
                  return !changed.slots().same(mesh.slots(), place)
                      || (looked != null && touched.any(looked.reads()));
                })
            .toArray();
    look(changed, plan, again, next, true);
    return new Analysis(changed, checks, plan, next, true);
  }

  /** The mesh. */
  public Mesh mesh() {
    return mesh;
  }

  /** What was found, in the order of the manifests; of one manifest, in the order of the checks. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Looked looked : places) {
      if (looked != null) {
        findings.addAll(looked.findings());
      }
    }
    return List.copyOf(findings);
  }

  /** The checks that could not say anything, because something is missing. */
  public List<Skipped> skipped() {
    return plan.skipped();
  }

  /** {@code 12 findings in a mesh of 40 manifests}. */
  @Override
  public String toString() {
    return findings().size() + " findings in a " + mesh;
  }

  private boolean knowsTheSame(Mesh changed) {
    for (Need need : Need.values()) {
      if (mesh.knows(need) != changed.knows(need)) {
        return false;
      }
    }
    return true;
  }

  private static void look(
      Mesh mesh, Plan plan, int[] which, @Nullable Looked[] into, boolean noting) {
    int chunks = (which.length + CHUNK - 1) / CHUNK;
    Parallel.map(
        chunks,
        chunk -> {
          Looker looker = Looker.of(plan, mesh, noting ? new Reads() : null);
          int end = Math.min(which.length, (chunk + 1) * CHUNK);
          for (int i = chunk * CHUNK; i < end; i++) {
            int place = which[i];
            into[place] = mesh.slots().at(place).map(looker::look).orElse(null);
          }
          return looker;
        });
  }
}
