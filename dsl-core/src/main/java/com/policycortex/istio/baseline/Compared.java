package com.policycortex.istio.baseline;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import java.util.List;

/**
 * Findings beside a baseline.
 *
 * @param fresh the findings that the baseline does not have, in their order
 * @param known those that it has, in their order
 * @param gone what it has and nobody found, once for each finding
 */
public record Compared(List<Finding> fresh, List<Finding> known, List<Fingerprint> gone) {

  /** Copies the lists. */
  public Compared {
    fresh = List.copyOf(fresh);
    known = List.copyOf(known);
    gone = List.copyOf(gone);
  }
}
