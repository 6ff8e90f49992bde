package com.policycortex.istio.lint;

import com.policycortex.istio.analysis.Analysis;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.report.Report;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.HalfRead;
import com.policycortex.istio.yaml.Locator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with manifests, as an immutable value: what the strict reader found,
 * what the API server or istiod would refuse or warn of, and what is wrong between the manifests.
 * {@code istio lint} reports the same.
 *
 * <pre>{@code
 * assertThat(Lint.read(List.of(Path.of("mesh"))).errors()).isEmpty();
 * }</pre>
 */
public final class Lint {

  private final Analysis analysis;
  private final List<Finding> findings;

  private Lint(Analysis analysis, List<Finding> findings) {
    this.analysis = analysis;
    this.findings = findings;
  }

  /** Looks at the manifests of files and folders; what cannot be read is a finding. */
  public static Lint read(Collection<Path> paths) {
    return of(Mesh.read(paths));
  }

  /** Looks at manifests. */
  public static Lint of(Manifest... manifests) {
    return of(Arrays.asList(manifests));
  }

  /** Looks at manifests. */
  public static Lint of(Collection<? extends Manifest> manifests) {
    return of(Mesh.of(manifests));
  }

  /** Looks at a mesh, and at what was found when it was read. */
  public static Lint of(Mesh mesh) {
    List<Manifest> all = new ArrayList<>(mesh.replaced()); // those that came first
    all.addAll(mesh.manifests());
    Analysis analysis = Analysis.once(mesh);
    List<Finding> findings = new ArrayList<>(mesh.findings());
    List<Finding> found = new ArrayList<>(Validation.validateFiles(all));
    for (HalfRead half : mesh.halfRead()) {
      found.addAll(Validation.validate(half.manifest(), half.unread()));
    }
    found.addAll(certain(analysis));
    Locator locator = new Locator(mesh.sources());
    findings.addAll(locator.locate(found));
    return new Lint(analysis, Report.of(OneMistake.of(findings)).findings());
  }

  // What a manifest with an error of reading could change is not said: its own mistake is told
  // already. So a finding counts if it is the same with what could be read of it.
  private static List<Finding> certain(Analysis analysis) {
    List<HalfRead> halfRead = analysis.mesh().halfRead();
    if (halfRead.isEmpty()) {
      return analysis.findings();
    }
    List<Manifest> all = new ArrayList<>(analysis.mesh().manifests());
    halfRead.forEach(half -> all.add(half.manifest()));
    Set<Finding> either = new HashSet<>(Analysis.once(Mesh.of(all)).findings());
    return analysis.findings().stream().filter(either::contains).toList();
  }

  /** All findings, by file and place. */
  public List<Finding> findings() {
    return findings;
  }

  /** Those that a gate refuses, or that break traffic for certain. */
  public List<Finding> errors() {
    return findings.stream().filter(one -> one.severity() == Severity.ERROR).toList();
  }

  /**
   * What is wrong between the manifests alone; it says which checks could not look, and why. Who
   * updates an analysis time and again begins with {@link Analysis#of(Mesh)}.
   */
  public Analysis analysis() {
    return analysis;
  }

  /** The findings, one after the other, as a person reads them; or that there are none. */
  @Override
  public String toString() {
    return findings.isEmpty()
        ? "nothing is wrong in a " + analysis.mesh()
        : findings.stream().map(Finding::toString).collect(Collectors.joining("\n\n"));
  }
}
