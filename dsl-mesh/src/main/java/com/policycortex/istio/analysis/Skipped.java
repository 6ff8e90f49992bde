package com.policycortex.istio.analysis;

import com.policycortex.istio.analysis.check.CheckInfo;

/**
 * A check that could not say anything.
 *
 * @param check the check
 * @param reason what is missing
 */
public record Skipped(CheckInfo check, String reason) {

  /** {@code REF-ROUTE-HOST-MISSING was skipped: no Service is among the manifests}. */
  @Override
  public String toString() {
    return check.id() + " was skipped: " + reason;
  }
}
