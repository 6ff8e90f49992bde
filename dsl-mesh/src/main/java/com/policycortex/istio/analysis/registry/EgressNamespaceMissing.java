package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.IstioEgressListener;
import com.policycortex.istio.model.networking.Sidecar;
import java.util.Optional;

/** A Sidecar imports what a namespace has that does not exist. */
final class EgressNamespaceMissing extends Check<Sidecar> {

  EgressNamespaceMissing() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.warning(
                "SIDECAR-EGRESS-NAMESPACE-MISSING",
                "A Sidecar lets through a namespace that is not there")
            .meaning(
                "The namespace of an entry of egress[].hosts that has a wildcard is that of no"
                    + " Namespace among the manifests, and none in which they have workloads or"
                    + " Services; the root namespace is always there. It is a hint where no"
                    + " namespace has a name like it.")
            .why("The workload does not know the services that were meant, and calls to them fail.")
            .fix("Name a namespace that exists")
            .needs(Need.NAMESPACES));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    for (int i = 0; i < sidecar.egress().size(); i++) {
      IstioEgressListener listener = sidecar.egress().get(i);
      for (int j = 0; j < listener.hosts().size(); j++) {
        String written = listener.hosts().get(j);
        int slash = Math.max(0, written.indexOf('/'));
        String name = written.substring(0, slash);
        String host = written.substring(slash);
        boolean special =
            name.isEmpty() || ".".equals(name) || "*".equals(name) || "~".equals(name);
        if (special || !host.contains("*") || GivenNamespaces.isThere(name, mesh)) {
          continue; // a host without wildcard is looked for by SIDECAR-EGRESS-HOST-MISSING
        }
        Optional<String> near = GivenNames.namespaces(mesh).nearest(name);
        Draft draft =
            report
                .add(
                    "spec.egress[" + i + "].hosts[" + j + "]",
                    "There is no namespace " + name + " whose services could be let through.")
                .at(listener)
                .severity(near.isPresent() ? Severity.WARNING : Severity.INFO);
        near.ifPresent(meant -> draft.hint("Write " + meant + host));
      }
    }
  }
}
