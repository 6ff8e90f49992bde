package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import java.util.Set;

/**
 * Knows what {@code istioctl analyze} calls the same finding, for Istio's own annotation {@code
 * galley.istio.io/analyze-suppress}.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/analysis/">Analysis messages</a>
 */
@FunctionalInterface
public interface IstioCodes {

  /** The codes of what admission says: IST0106, IST0130, IST0131 and IST0133. */
  IstioCodes OF_VALIDATION = IstioCodes::ofValidation;

  /** The codes of a finding, for example IST0109; empty where istioctl has no such message. */
  Set<String> of(Finding finding);

  /** The codes that either of the two knows. */
  default IstioCodes or(IstioCodes others) {
    return finding -> {
      Set<String> codes = of(finding);
      return codes.isEmpty() ? others.of(finding) : codes;
    };
  }

  private static Set<String> ofValidation(Finding finding) {
    boolean istiod =
        finding.gate().filter(gate -> gate == Gate.ISTIOD || gate == Gate.BOTH).isPresent();
    if (!istiod) {
      return Set.of();
    }
    if (finding.severity() == Severity.ERROR) {
      return Set.of("IST0106");
    }
    if (finding.id().startsWith("VS-UNREACHABLE-")) {
      return Set.of("IST0130");
    }
    return Set.of(finding.id().startsWith("VS-INEFFECTIVE-") ? "IST0131" : "IST0133");
  }
}
