package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.InstalledGateways;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.extensions.TrafficExtension;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.ProxyConfig;
import java.util.Map;

/** An extension is for no workload. */
final class ExtensionWithoutWorkload extends Check<Manifest> {

  ExtensionWithoutWorkload() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("EXTENSION-SELECTOR-NO-WORKLOAD", "An extension is for no workload")
            .meaning(
                "The selector of an EnvoyFilter, WasmPlugin, TrafficExtension or ProxyConfig picks"
                    + " no workload that has a proxy, or may have one: of its namespace, or, in the"
                    + " root namespace, of any. A ProxyConfig with a selector is for its own"
                    + " namespace only, and with an empty one for nothing. It is no more than a"
                    + " hint where the workloads of the namespace are not among the manifests.")
            .why("No proxy is changed: the limit, the filter or the setting is not there.")
            .fix("Use labels that the pods have, in the namespace of the pods")
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(Manifest extension, MeshView mesh, Report report) {
    boolean known =
        extension instanceof EnvoyFilter
            || extension instanceof WasmPlugin
            || extension instanceof TrafficExtension
            || extension instanceof ProxyConfig;
    if (!known || Policies.isForAll(extension) || !Policies.targetRefs(extension).isEmpty()) {
      if (extension instanceof ProxyConfig && Policies.selector(extension).isPresent()) {
        report
            .add("spec.selector", "An empty selector of a ProxyConfig picks no workload.")
            .hint("Leave the selector out; then it is for every workload of its namespace")
            .repair("Leave the selector out", change -> change.remove("spec.selector"))
            .changing("it is for every workload of the namespace then");
      }
      return;
    }
    boolean picks =
        mesh.policies().workloads(extension).stream()
            .anyMatch(workload -> mesh.workloads().proxy(workload).mayBeInMesh());
    if (!picks && !InstalledGateways.have(Policies.selector(extension).orElse(Map.of()), mesh)) {
      String field = extension instanceof EnvoyFilter ? "workloadSelector" : "selector";
      report
          .add(
              "spec." + field,
              "No workload with a proxy has the labels "
                  + Policies.selector(extension).orElse(Map.of())
                  + (Names.namespace(extension).equals(mesh.rootNamespace())
                      ? "."
                      : " in " + Names.namespace(extension) + "."))
          .severity(
              mesh.workloads()
                      .wouldBeGiven(extension, Policies.selector(extension).orElse(Map.of()))
                  ? Severity.WARNING
                  : Severity.INFO);
    }
  }
}
