package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Message;

/** A finding while its check says what there is to say. */
public final class Draft {

  private Finding finding;

  Draft(CheckInfo check, Manifest manifest, String path, String message) {
    this.finding =
        new Finding(
            check.id(),
            check.severity(),
            manifest.resourceId(),
            path,
            message,
            check.fix(),
            manifest.origin());
  }

  /** What to do here, in place of the check's general advice. */
  public Draft hint(String hint) {
    finding =
        new Finding(
            finding.id(),
            finding.severity(),
            finding.resource(),
            finding.path(),
            finding.message(),
            hint,
            finding.origin(),
            finding.gate(),
            finding.related(),
            finding.witness(),
            finding.repairs());
    return this;
  }

  /** How much it weighs here, in place of the check's severity. */
  public Draft severity(Severity severity) {
    finding =
        new Finding(
            finding.id(),
            severity,
            finding.resource(),
            finding.path(),
            finding.message(),
            finding.hint(),
            finding.origin(),
            finding.gate(),
            finding.related(),
            finding.witness(),
            finding.repairs());
    return this;
  }

  /** The nearest part that knows where it was written, for example the rule of the route. */
  public Draft at(Message part) {
    Origin origin = part.origin();
    if (origin.isKnown()) {
      finding = finding.at(origin);
    }
    return this;
  }

  /**
   * Another manifest that is involved.
   *
   * @param other the manifest
   * @param path the field within it; empty for the whole
   * @param role what it has to do with this, for example {@code this rule matches first}
   */
  public Draft related(Manifest other, String path, String role) {
    finding = finding.related(new Related(other.resourceId(), path, role, other.origin()));
    return this;
  }

  /** A request, or connection, that shows it. */
  public Draft witness(Witness witness) {
    finding = finding.witness(witness);
    return this;
  }

  /** A change that removes it. */
  public Draft repair(Repair repair) {
    finding = finding.repair(repair);
    return this;
  }

  Finding finding() {
    return finding;
  }
}
