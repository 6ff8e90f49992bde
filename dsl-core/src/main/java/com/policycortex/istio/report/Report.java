package com.policycortex.istio.report;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suppressed;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.repair.Repairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What was found, and what was looked at, as a value that a {@link ReportFormat} writes.
 *
 * <pre>{@code
 * ReadResult read = ManifestReader.read(List.of(Path.of("mesh")));
 * Report report =
 *     Report.of(read.findings()).manifests(read.manifests()).sources(read.sources());
 * System.out.print(report.text(ReportFormat.markdown()));
 * }</pre>
 */
@IstioStyle
@Value.Immutable
public abstract class Report {

  private static final Comparator<Finding> IN_ONE_PLACE =
      Comparator.comparing(Finding::id)
          .thenComparing(finding -> finding.resource().toString())
          .thenComparing(Finding::path)
          .thenComparing(Finding::message);

  Report() {}

  /** A report of findings. */
  public static Report of(Collection<Finding> findings) {
    return ImmutableReport.builder().findings(findings).build();
  }

  /** The findings, by file and place. */
  public abstract List<Finding> findings();

  /** A copy with these {@link #findings() findings} in place of the old, in any order. */
  public abstract Report findings(Iterable<? extends Finding> findings);

  // One method: there may be tens of thousands.
  private static int compare(Finding one, Finding other) {
    Origin place = one.origin();
    Origin others = other.origin();
    int order = place.file().equals(others.file()) ? 0 : place.file().compareTo(others.file());
    if (order == 0) {
      order = Integer.compare(place.line(), others.line());
    }
    if (order == 0) {
      order = Integer.compare(place.column(), others.column());
    }
    return order == 0 ? IN_ONE_PLACE.compare(one, other) : order;
  }

  @Value.Check
  Report sorted() {
    List<Finding> findings = findings();
    for (int i = 1; i < findings.size(); i++) {
      if (compare(findings.get(i - 1), findings.get(i)) > 0) {
        return findings(findings.stream().sorted(Report::compare).toList());
      }
    }
    return this;
  }

  /** The findings that somebody decided to live with. */
  public abstract List<Suppressed> suppressed();

  /** A copy with these {@link #suppressed() suppressed findings} in place of the old. */
  public abstract Report suppressed(Iterable<? extends Suppressed> suppressed);

  /** The findings that were there already when a baseline was written; they are only counted. */
  public abstract List<Finding> known();

  /** A copy with these {@link #known() known findings} in place of the old. */
  public abstract Report known(Iterable<? extends Finding> known);

  /** What the baseline has and nobody found any more. */
  public abstract List<Fingerprint> gone();

  /** A copy with these entries {@link #gone() gone}. */
  public abstract Report gone(Iterable<? extends Fingerprint> gone);

  /** The manifests that were looked at. Repairs are shown as what they change in them. */
  public abstract List<Manifest> manifests();

  /** A copy with these {@link #manifests() manifests} in place of the old. */
  public abstract Report manifests(Iterable<? extends Manifest> manifests);

  /** The text of each file by its name, for the lines that are shown. */
  public abstract Map<String, String> sources();

  /** A copy with these {@link #sources() sources} in place of the old. */
  public abstract Report sources(Map<String, ? extends String> sources);

  /** How many files were read; absent for as many as there are {@link #sources() sources}. */
  public abstract OptionalInt files();

  /** A copy with this number of {@link #files() files}. */
  public abstract Report files(int files);

  /** What was not looked at, and why. */
  public abstract List<Skipped> skipped();

  /** A copy with this {@link #skipped() skipped} in place of the old. */
  public abstract Report skipped(Iterable<? extends Skipped> skipped);

  /** What the ids stand for. Default: {@link Rules#NONE}. */
  @Value.Default
  @Value.Auxiliary
  public Rules rules() {
    return Rules.NONE;
  }

  /** A copy with these {@link #rules() rules}. */
  public abstract Report rules(Rules rules);

  /** The least severity that is written out; lighter findings are counted. Default: info. */
  @Value.Default
  public Severity shown() {
    return Severity.INFO;
  }

  /** A copy that writes out findings of this {@link #shown() severity} and above. */
  public abstract Report shown(Severity severity);

  /** The least severity with which a manifest counts as failed. Default: error. */
  @Value.Default
  public Severity failOn() {
    return Severity.ERROR;
  }

  /** A copy that {@link #failOn() fails on} this severity and above. */
  public abstract Report failOn(Severity severity);

  /**
   * The absolute path of the folder that names of files are relative to, such as a repository's
   * root; it is taken away where a name begins with it. Default: empty, for none.
   */
  @Value.Default
  public String folder() {
    return "";
  }

  /** A copy with this {@link #folder() folder}. */
  public abstract Report folder(String folder);

  /** Whether a finding weighs as much as {@link #failOn}. */
  public boolean isFailed() {
    return findings().stream().anyMatch(finding -> finding.severity().atLeast(failOn()));
  }

  /** How many findings have this severity. */
  public long count(Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Writes the report. */
  public void write(ReportFormat format, Appendable out) throws IOException {
    format.write(this, out);
  }

  /** The report as text. */
  public String text(ReportFormat format) {
    StringBuilder text = new StringBuilder();
    try {
      format.write(this, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The summary: {@code 12 manifests in 3 files: 1 error, 0 warnings}. */
  @Override
  public String toString() {
    return Summary.of(this);
  }

  /** What repairs change. */
  Repairs repairs() {
    return new Repairs(manifests(), sources(), folder());
  }

  /** The findings that are written out. */
  List<Finding> visible() {
    return findings().stream().filter(finding -> finding.severity().atLeast(shown())).toList();
  }
}
