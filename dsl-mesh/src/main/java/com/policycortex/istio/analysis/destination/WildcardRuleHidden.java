package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.AppliedDestinationRule;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule for a host makes a rule for many hosts void for it. */
final class WildcardRuleHidden extends Check<DestinationRule> {

  WildcardRuleHidden() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.info("DR-WILDCARD-HIDDEN", "A specific rule drops settings of a wide one")
            .meaning(
                "A DestinationRule of the same namespace has a wildcard that covers this rule's"
                    + " host. Only the most specific rule counts, and it is not merged with the"
                    + " wide one: what only that one sets does not hold here.")
            .why(
                "A circuit breaker, a limit or TLS that was set for all hosts is lost for this one."
                    + " Where the lost TLS mode is other than what automatic mutual TLS does, calls"
                    + " fail or travel unencrypted.")
            .fix("Repeat in the specific rule what shall hold for it too")
            .codes("KIA0204"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String namespace = Names.namespace(rule);
    Optional<AppliedDestinationRule> wide =
        mesh.destinationRules().widerThan(namespace, DestinationRules.host(rule));
    if (wide.isEmpty() || wide.get().trafficPolicy().isEmpty()) {
      return;
    }
    TrafficPolicy policy = wide.get().trafficPolicy().get();
    List<String> lost = new ArrayList<>(TrafficPolicyBlocks.of(policy));
    rule.trafficPolicy().ifPresent(own -> lost.removeAll(TrafficPolicyBlocks.of(own)));
    if (lost.isEmpty()) {
      return;
    }
    boolean harmful =
        lost.contains(TrafficPolicyBlocks.TLS)
            && !(mesh.settings().autoMtls()
                && policy
                    .tls()
                    .flatMap(ClientTlsSettings::mode)
                    .equals(Optional.of(ClientTlsMode.ISTIO_MUTUAL)));
    report
        .add(
            "spec.host",
            "For "
                + DestinationRules.host(rule)
                + " this rule alone counts, without "
                + String.join(", ", lost)
                + " of the rule for "
                + wide.get().first().host()
                + ".")
        .severity(harmful ? Severity.WARNING : Severity.INFO)
        .related(wide.get().first(), "spec.host", "covers the host");
  }
}
