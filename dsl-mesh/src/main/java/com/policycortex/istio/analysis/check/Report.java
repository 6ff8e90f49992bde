package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a check finds in one manifest. */
public final class Report {

  // Each is a whole changed manifest: of a large one with many findings that would be too many.
  private static final int MOST_REPAIRS = 20;

  private static final int MOST_SHOWN = 20;

  private CheckInfo check;
  private Manifest manifest;
  private @Nullable List<Draft> drafts;
  private int repairs;
  private int shown;

  /** A report of this check about this manifest. */
  public Report(CheckInfo check, Manifest manifest) {
    this.check = check;
    this.manifest = manifest;
  }

  /**
   * A report of another check or manifest: this one if nothing was found, as most checks find
   * nothing in most manifests.
   */
  public Report next(CheckInfo of, Manifest about) {
    if (drafts != null) {
      return new Report(of, about);
    }
    check = of;
    manifest = about;
    return this;
  }

  /** True if nothing was found. */
  public boolean isEmpty() {
    return drafts == null;
  }

  /**
   * Something is wrong at a field.
   *
   * @param path the field from the top of the manifest, for example {@code spec.hosts[0]}; empty
   *     where the whole manifest is meant
   * @param message the consequence, in the user's terms, with the values
   * @return the finding, to say more of it
   */
  public Draft add(String path, String message) {
    Draft draft =
        new Draft(
            check,
            manifest,
            path,
            message,
            () -> repairs++ < MOST_REPAIRS,
            () -> shown++ < MOST_SHOWN);
    if (drafts == null) {
      drafts = new ArrayList<>(1);
    }
    drafts.add(draft);
    return draft;
  }

  /** The check's general advice: the hint of a finding that has no other. */
  public String advice() {
    return check.fix();
  }

  /** What was found, in order. */
  public List<Finding> findings() {
    if (drafts == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      findings.add(draft.finding());
    }
    return List.copyOf(findings);
  }
}
