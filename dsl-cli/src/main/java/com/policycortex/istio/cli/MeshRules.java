package com.policycortex.istio.cli;

import com.policycortex.istio.analysis.Checks;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.report.RuleDescription;
import com.policycortex.istio.report.Rules;
import com.policycortex.istio.suppression.IstioCodes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the checks between manifests say of themselves, for reports and suppressions. */
final class MeshRules {

  static final Rules RULES = id -> info(id).map(MeshRules::describe);

  static final IstioCodes CODES =
      finding -> info(finding.id()).map(MeshRules::codes).orElse(Set.of());

  private MeshRules() {}

  private static Optional<CheckInfo> info(String id) {
    return Checks.find(id).map(check -> check.info());
  }

  private static RuleDescription describe(CheckInfo check) {
    StringBuilder help = new StringBuilder(check.meaning());
    paragraph(check.why(), help);
    paragraph(check.fix(), help);
    return new RuleDescription(
        check.id(), check.severity(), check.title(), help.toString(), Optional.empty());
  }

  private static void paragraph(String text, StringBuilder help) {
    if (!text.isEmpty()) {
      help.append(help.length() == 0 ? "" : "\n\n").append(text);
    }
  }

  private static Set<String> codes(CheckInfo check) {
    return check.codes().stream()
        .filter(code -> code.startsWith("IST"))
        .collect(Collectors.toSet());
  }
}
