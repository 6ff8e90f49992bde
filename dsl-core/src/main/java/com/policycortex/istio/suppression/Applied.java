package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Suppressed;
import java.util.List;

/**
 * What suppressions leave.
 *
 * @param findings the findings that are not suppressed, in their order
 * @param suppressed the others, in their order
 * @param problems what is wrong with the suppressions themselves
 */
public record Applied(List<Finding> findings, List<Suppressed> suppressed, List<Finding> problems) {

  /** Copies the lists. */
  public Applied {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    problems = List.copyOf(problems);
  }
}
