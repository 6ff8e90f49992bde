package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Namespace;
import java.util.Optional;
import java.util.regex.Pattern;

/** A namespace does not say whether its pods get proxies. */
final class NamespaceUndecided extends Check<Namespace> {

  private static final String SYSTEM = "istio-system";
  private static final Pattern BY_DEFAULT =
      Pattern.compile("\"enableNamespacesByDefault\"\\s*:\\s*true\\b");

  NamespaceUndecided() {
    super(
        Subject.of(Namespace.KIND),
        CheckInfo.info("NS-INJECTION-UNDECIDED", "A namespace does not say if it is in the mesh")
            .meaning(
                "The Namespace has none of the labels istio-injection, istio.io/rev and"
                    + " istio.io/dataplane-mode: ambient. What its pods get depends on the pods"
                    + " themselves and on how Istio is installed (enableNamespacesByDefault).")
            .why(
                "Without a proxy, pods send and accept plain text, and no policy or route holds for"
                    + " them.")
            .fix("Label the namespace with istio-injection: enabled or disabled")
            .codes("IST0102", "IST0148"));
  }

  @Override
  public void check(Namespace namespace, MeshView mesh, Report report) {
    if (!Workloads.isUndecided(namespace)
        || namespace.name().equals(SYSTEM)
        || namespace.name().equals(mesh.rootNamespace())) {
      return;
    }
    Optional<ConfigMap> injector = mesh.find(ConfigMap.KIND, SYSTEM, "istio-sidecar-injector");
    if (injector.isPresent()
        && BY_DEFAULT.matcher(injector.get().data().getOrDefault("values", "")).find()) {
      report
          .add(
              "metadata.name",
              "The pods of "
                  + namespace.name()
                  + " get sidecars only because the installation injects them by default.")
          .related(injector.get(), "data.values", "enables namespaces by default");
    } else {
      report.add(
          "metadata.name",
          "The pods of "
              + namespace.name()
              + " get no proxy unless they ask for it themselves: the mesh's policies and routes do"
              + " not hold there.");
    }
  }
}
