package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.IstioEgressListener;
import com.policycortex.istio.model.networking.Sidecar;
import java.util.List;
import java.util.stream.Stream;

/** A Sidecar imports a host that nobody has. */
final class EgressHostMissing extends Check<Sidecar> {

  EgressHostMissing() {
    super(
        Subject.of(Sidecar.KIND),
        CheckInfo.warning("SIDECAR-EGRESS-HOST-MISSING", "A Sidecar lets through what is not there")
            .meaning(
                "An entry of egress[].hosts names a host, without wildcard, that no Service or"
                    + " ServiceEntry of the namespace before the slash has.")
            .why("The workload does not know the host that was meant, and calls to it fail.")
            .fix("Write NAMESPACE/HOST with the whole name of the host, and its own namespace")
            .needs(Need.SERVICES)
            .codes("KIA1004"));
  }

  @Override
  public void check(Sidecar sidecar, MeshView mesh, Report report) {
    for (int i = 0; i < sidecar.egress().size(); i++) {
      IstioEgressListener listener = sidecar.egress().get(i);
      for (int j = 0; j < listener.hosts().size(); j++) {
        String written = listener.hosts().get(j);
        int slash = written.indexOf('/');
        String host = written.substring(slash + 1);
        if (slash < 0 || written.startsWith("~") || host.contains("*")) {
          continue;
        }
        String of = written.substring(0, slash);
        String namespace = of.equals(".") ? Names.namespace(sidecar) : of;
        boolean there =
            Stream.concat(
                    mesh.services().withHost(host).stream(),
                    mesh.services().wildcardsOver(host).stream())
                .anyMatch(
                    service -> namespace.equals("*") || service.namespace().equals(namespace));
        if (!there) {
          Draft draft =
              report
                  .add(
                      "spec.egress[" + i + "].hosts[" + j + "]",
                      "No service "
                          + (namespace.equals("*") ? "" : "of the namespace " + namespace + " ")
                          + "has the host "
                          + host
                          + ".")
                  .at(listener)
                  .severity(isGiven(namespace, host, mesh) ? Severity.WARNING : Severity.INFO);
          meant(of, namespace, host, mesh, draft);
        }
      }
    }
  }

  private static void meant(String of, String namespace, String host, MeshView mesh, Draft draft) {
    List<MeshService> elsewhere = mesh.services().withHost(host);
    if (elsewhere.size() == 1) {
      draft.write(elsewhere.get(0).namespace() + "/" + host);
    } else if (!elsewhere.isEmpty()) {
      draft.hint("Write " + elsewhere.get(0).namespace() + "/" + host);
    } else {
      draft.meant(host, GivenNames.hosts(namespace, mesh), near -> of + "/" + near);
    }
  }

  // Of a namespace without any Service, all may be somewhere else.
  private static boolean isGiven(String namespace, String host, MeshView mesh) {
    String[] labels = host.split("[.]", -1);
    String of = labels.length > 2 && labels[2].equals("svc") ? labels[1] : namespace;
    return of.equals("*") || !mesh.services().in(of).isEmpty();
  }
}
