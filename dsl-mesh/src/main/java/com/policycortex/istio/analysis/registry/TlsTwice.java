package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.DestinationRule;

/** A client's TLS is wrapped into TLS once more. */
final class TlsTwice extends Check<DestinationRule> {

  TlsTwice() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.error("SE-TLS-TWICE", "TLS is wrapped into TLS")
            .meaning(
                "A DestinationRule makes proxies speak TLS (SIMPLE, MUTUAL) to a host whose only"
                    + " ports, in its ServiceEntry, are HTTPS or TLS: there the application speaks"
                    + " TLS already.")
            .why("The server gets TLS within TLS and refuses it: every call fails.")
            .fix(
                "Declare an HTTP port with a targetPort of 443 for what the proxy shall encrypt, or"
                    + " remove the tls block"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    boolean speaks =
        rule.trafficPolicy()
            .flatMap(policy -> policy.tls())
            .flatMap(tls -> tls.mode())
            .filter(mode -> mode.toString().equals("SIMPLE") || mode.toString().equals("MUTUAL"))
            .isPresent();
    if (!speaks) {
      return;
    }
    for (MeshService service : mesh.services().withHost(DestinationRules.host(rule))) {
      if (!service.isKubernetes()
          && !service.ports().isEmpty()
          && service.ports().stream().allMatch(port -> port.protocol().isTls())) {
        report
            .add(
                "spec.trafficPolicy.tls",
                "Clients of "
                    + service.host()
                    + " speak TLS already, and the proxy wraps it once more.")
            .related(service.manifest(), "spec.ports", "declares TLS ports only")
            .repair(
                "Leave TLS to the application",
                change ->
                    change.remove("spec.trafficPolicy.tls").removeIfEmpty("spec.trafficPolicy"))
            .changing("the proxy encrypts nothing by itself");
        return;
      }
    }
  }
}
