package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.Gateway;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Gateway's selector picks no workload. */
final class SelectorWithoutWorkload extends Check<Gateway> {

  private static final List<Set<Map.Entry<String, String>>> INSTALLED =
      List.of(
          Map.of("istio", "ingressgateway").entrySet(),
          Map.of("istio", "egressgateway").entrySet());

  SelectorWithoutWorkload() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.warning("GW-SELECTOR-NO-WORKLOAD", "A Gateway is on no workload")
            .meaning(
                "No workload among the manifests, in any namespace, has the labels of the Gateway's"
                    + " selector. The labels of the gateways that Istio itself installs (istio:"
                    + " ingressgateway, istio: egressgateway) are let pass where no gateway at all"
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
        && !comesWithIstio(gateway, mesh)
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

  private static boolean comesWithIstio(Gateway gateway, MeshView mesh) {
    return INSTALLED.stream().anyMatch(gateway.selector().entrySet()::equals)
        && INSTALLED.stream()
            .flatMap(Set::stream)
            .allMatch(
                label ->
                    mesh.workloads()
                        .selectEverywhere(Map.of(label.getKey(), label.getValue()))
                        .isEmpty());
  }
}
