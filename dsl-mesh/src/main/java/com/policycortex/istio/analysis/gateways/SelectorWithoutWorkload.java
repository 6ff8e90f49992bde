package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.InstalledGateways;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.Gateway;

/** A Gateway's selector picks no workload. */
final class SelectorWithoutWorkload extends Check<Gateway> {

  SelectorWithoutWorkload() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.warning("GW-SELECTOR-NO-WORKLOAD", "A Gateway is on no workload")
            .meaning(
                "No workload among the manifests, in any namespace, has the labels of the Gateway's"
                    + " selector. The labels of the gateways that Istio itself installs (for"
                    + " example istio: ingressgateway) are let pass where no gateway at all"
                    + " is among the manifests: they come with the installation. It is no more than"
                    + " a hint where the workloads of the Gateway's namespace are not among the"
                    + " manifests.")
            .why("Nothing listens for the Gateway: its hosts cannot be reached.")
            .fix("Use labels that the pods of the gateway have")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS)
            .codes("IST0101", "KIA0302"));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    if (!gateway.selector().isEmpty()
        && !InstalledGateways.have(gateway.selector(), mesh)
        && mesh.workloads().selectEverywhere(gateway.selector()).isEmpty()) {
      report
          .add(
              "spec.selector",
              "No workload has the labels " + gateway.selector() + ", so nothing listens.")
          .severity(
              mesh.workloads().areGiven(Names.namespace(gateway))
                  ? Severity.WARNING
                  : Severity.INFO);
    }
  }
}
