package com.policycortex.istio.repair;

import com.policycortex.istio.finding.Finding;
import java.util.List;

/**
 * The changes that repair findings, as far as they can be made together.
 *
 * @param files what changes, by file
 * @param findings those whose first repair is in it
 * @param left those that have a repair, and it is not in it
 */
public record Repaired(List<FileChange> files, List<Finding> findings, List<Left> left) {

  /**
   * A finding that stays.
   *
   * @param finding the finding
   * @param why the reason, short
   */
  public record Left(Finding finding, String why) {}

  /** Copies the lists. */
  public Repaired {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    left = List.copyOf(left);
  }
}
