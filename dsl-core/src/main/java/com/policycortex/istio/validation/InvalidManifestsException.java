package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import java.util.Collection;
import java.util.List;

/** Manifests with errors, where only valid ones can be used: in rendering and applying. */
public final class InvalidManifestsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * @param findings everything that was found, warnings included
   */
  public InvalidManifestsException(Collection<Finding> findings) {
    super(message(findings));
    this.findings = List.copyOf(findings);
  }

  /** Everything that was found; empty after the exception was serialised. */
  public List<Finding> findings() {
    return findings == null ? List.of() : findings;
  }

  private static String message(Collection<Finding> findings) {
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    StringBuilder text = new StringBuilder();
    text.append(errors).append(errors == 1 ? " error" : " errors");
    text.append(" in the manifests:");
    for (Finding finding : findings) {
      text.append("\n\n").append(finding);
    }
    return text.toString();
  }
}
