package com.policycortex.istio.cli;

import com.policycortex.istio.analysis.Analysis;
import com.policycortex.istio.baseline.Baseline;
import com.policycortex.istio.baseline.BaselineRead;
import com.policycortex.istio.baseline.Compared;
import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.lint.Lint;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.release.TargetRelease;
import com.policycortex.istio.report.Report;
import com.policycortex.istio.report.Skipped;
import com.policycortex.istio.suppression.Applied;
import com.policycortex.istio.suppression.IstioCodes;
import com.policycortex.istio.suppression.Suppressions;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.HalfRead;
import com.policycortex.istio.yaml.Locator;
import com.policycortex.istio.yaml.ReadResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * From what was read to a report: every check there is, what is suppressed, and what is known.
 *
 * @param folder the absolute path of the folder that names of files are relative to
 * @param validateOnly whether to leave out what is wrong between manifests
 * @param suppressions what somebody decided to live with
 * @param today the day on which suppressions are judged
 * @param baseline what was there already, if somebody wrote that down
 * @param target the release that the manifests are for, if somebody said so
 * @param settings the texts of the files of suppressions and baseline, by name
 */
record Linting(
    String folder,
    boolean validateOnly,
    Suppressions suppressions,
    Supplier<LocalDate> today,
    Optional<BaselineRead> baseline,
    Optional<TargetRelease> target,
    Map<String, String> settings) {

  /** What is left after suppressing, before any baseline: what a new baseline would hold. */
  record Found(Report report, List<Finding> forBaseline) {}

  Found run(ReadResult read, Progress progress) {
    progress.step("checking " + read.manifests().size() + " manifests");
    Optional<Lint> lint = validateOnly ? Optional.empty() : Optional.of(Lint.of(Mesh.of(read)));
    List<Finding> findings =
        new ArrayList<>(lint.map(Lint::findings).orElseGet(() -> validated(read)));
    target.ifPresent(release -> findings.addAll(release.findings(read)));
    progress.step("sorting " + findings.size() + " findings");
    List<Manifest> annotated = withHalfRead(read.manifests(), read.halfRead());
    Applied applied =
        suppressions
            .folder(folder)
            .sources(read.sources())
            .istioCodes(MeshRules.CODES.or(IstioCodes.OF_VALIDATION))
            .apply(Report.of(findings).findings(), annotated, day(annotated));
    Optional<Compared> compared =
        baseline.flatMap(BaselineRead::baseline).map(known -> known.compare(applied.findings()));
    List<Finding> left = new ArrayList<>(compared.map(Compared::fresh).orElse(applied.findings()));
    left.addAll(applied.problems());
    baseline.ifPresent(file -> left.addAll(file.findings()));
    Map<String, String> sources = new TreeMap<>(read.sources());
    sources.putAll(settings);
    Report report =
        Report.of(left)
            .suppressed(applied.suppressed())
            .known(compared.map(Compared::known).orElse(List.of()))
            .gone(compared.map(Compared::gone).orElse(List.of()))
            .manifests(read.manifests())
            .sources(sources)
            .files(read.sources().size())
            .skipped(skipped(read, lint.map(Lint::analysis)))
            .rules(id -> MeshRules.RULES.describe(id).or(() -> FindingPages.describe(id)))
            .folder(folder);
    return new Found(report, applied.findings());
  }

  private static List<Finding> validated(ReadResult read) {
    List<Finding> found = new ArrayList<>(Validation.validateFiles(read.manifests()));
    for (HalfRead half : read.halfRead()) {
      found.addAll(Validation.validate(half.manifest(), half.unread()));
    }
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.addAll(new Locator(read.sources()).locate(found));
    return findings;
  }

  private static List<Manifest> withHalfRead(List<Manifest> manifests, List<HalfRead> halfRead) {
    List<Manifest> all = new ArrayList<>(manifests);
    halfRead.forEach(half -> all.add(half.manifest()));
    return all;
  }

  // Asking for the day loads the time zones of the world, so nobody asks in vain.
  private LocalDate day(List<Manifest> manifests) {
    return suppressions.areAny(manifests) ? today.get() : LocalDate.EPOCH;
  }

  private List<Skipped> skipped(ReadResult read, Optional<Analysis> analysis) {
    List<Skipped> skipped = new ArrayList<>();
    // A manifest with an error of reading is not there for the checks of the mesh.
    Set<String> unread = new LinkedHashSet<>();
    for (Finding finding : read.findings()) {
      if (finding.severity() == Severity.ERROR) {
        String place = FileNames.below(folder, finding.origin().file());
        unread.add(
            finding.resource().name().isEmpty()
                ? "a document of " + place
                : finding.resource() + " of " + place);
      }
    }
    unread.forEach(what -> skipped.add(new Skipped(what, "errors in reading")));
    for (var check : analysis.map(Analysis::skipped).orElse(List.of())) {
      skipped.add(new Skipped(check.check().id(), check.reason(), need(check)));
    }
    return skipped;
  }

  private static String need(com.policycortex.istio.analysis.Skipped check) {
    return check.check().needs().stream()
        .filter(need -> need.absence().equals(check.reason()))
        .map(Need::things)
        .findFirst()
        .orElse("");
  }

  /** The baseline of what was found. */
  Baseline baselineOf(Found found) {
    return Baseline.of(found.forBaseline(), folder);
  }
}
