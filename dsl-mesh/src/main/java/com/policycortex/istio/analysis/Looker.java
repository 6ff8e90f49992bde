package com.policycortex.istio.analysis;

import com.policycortex.istio.analysis.Plan.Work;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Reads;
import com.policycortex.istio.model.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has all checks look at one manifest after another; for one thread. */
final class Looker {

  private final Plan plan;
  private final MeshView mesh;
  private final @Nullable Reads reads;
  private @Nullable Report last;

  private Looker(Plan plan, MeshView mesh, @Nullable Reads reads) {
    this.plan = plan;
    this.mesh = mesh;
    this.reads = reads;
  }

  /** Notes what was read where there is something to note it in. */
  static Looker of(Plan plan, Mesh mesh, @Nullable Reads reads) {
    return new Looker(plan, (reads == null ? mesh.view() : mesh.view(reads)).ofOneThread(), reads);
  }

  Looked look(Manifest manifest) {
    mesh.begin();
    List<Finding> findings = new ArrayList<>(0);
    for (Work<?> work : plan.of(manifest)) {
      look(manifest, work, findings);
    }
    for (Work<?> work : plan.ofEveryKind()) {
      look(manifest, work, findings);
    }
    int[] read = reads == null ? Looked.NOTHING.reads() : reads.toArray();
    return findings.isEmpty() && read.length == 0
        ? Looked.NOTHING
        : new Looked(List.copyOf(findings), read);
  }

  private <S> void look(Manifest manifest, Work<S> work, List<Finding> findings) {
    S itself = work.subject().itself(manifest);
    if (itself != null) {
      look(manifest, itself, work, findings);
      return;
    }
    List<S> subjects = work.subject().of(manifest, mesh);
    for (int i = 0; i < subjects.size(); i++) {
      look(manifest, subjects.get(i), work, findings);
    }
  }

  private <S> void look(Manifest manifest, S subject, Work<S> work, List<Finding> findings) {
    List<Check<S>> checks = work.checks();
    for (int i = 0; i < checks.size(); i++) {
      look(manifest, subject, checks.get(i), findings);
    }
  }

  private <S> void look(Manifest manifest, S subject, Check<S> check, List<Finding> findings) {
    Report report =
        last == null ? new Report(check.info(), manifest) : last.next(check.info(), manifest);
    last = report;
    try {
      check.check(subject, mesh, report);
      if (!report.isEmpty()) {
        findings.addAll(report.findings());
      }
    } catch (RuntimeException | StackOverflowError e) {
      findings.add(failed(check, manifest, e));
    }
  }

  // A defect of one check must not hide what the others found.
  private static Finding failed(Check<?> check, Manifest manifest, Throwable e) {
    return new Finding(
        "CHECK-FAILED",
        Severity.WARNING,
        manifest.resourceId(),
        "",
        "The check " + check.info().id() + " failed here: " + e,
        "Report it as a defect of the check, with the manifest",
        manifest.origin());
  }
}
