package com.policycortex.istio.baseline;

import com.policycortex.istio.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a baseline.
 *
 * @param baseline the baseline; absent if the file has a mistake, so that nobody takes half of it
 *     for the whole
 * @param findings what is wrong with the file
 */
public record BaselineRead(Optional<Baseline> baseline, List<Finding> findings) {

  /** Copies the list. */
  public BaselineRead {
    findings = List.copyOf(findings);
  }
}
