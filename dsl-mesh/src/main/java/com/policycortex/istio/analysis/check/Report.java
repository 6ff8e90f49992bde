package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Takes what a check finds in one manifest. */
public final class Report {

  // Each is a whole changed manifest: of a large one with many findings that would be too many.
  private static final int MOST_REPAIRS = 20;

  private static final int MOST_SHOWN = 20;

  private final CheckInfo check;
  private final Manifest manifest;
  private final List<Draft> drafts = new ArrayList<>(0);
  private int repairs;
  private int shown;

  /** A report of this check about this manifest. */
  public Report(CheckInfo check, Manifest manifest) {
    this.check = check;
    this.manifest = manifest;
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
    drafts.add(draft);
    return draft;
  }

  /** The check's general advice: the hint of a finding that has no other. */
  public String advice() {
    return check.fix();
  }

  /** What was found, in order. */
  public List<Finding> findings() {
    return drafts.stream().map(Draft::finding).toList();
  }
}
