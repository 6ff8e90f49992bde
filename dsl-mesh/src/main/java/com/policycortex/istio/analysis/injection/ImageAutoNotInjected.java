package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.Pod;
import java.util.Map;
import java.util.Optional;

/** A workload leaves the proxy's image to an injector that does not look at it. */
final class ImageAutoNotInjected extends Check<Workload> {

  ImageAutoNotInjected() {
    super(
        Subject.WORKLOADS,
        CheckInfo.warning("WL-IMAGE-AUTO-NOT-INJECTED", "Nobody replaces the image auto")
            .meaning(
                "The workload has a container istio-proxy with the image auto, which the injector"
                    + " replaces, and no injector's webhook among the manifests takes its pods. A"
                    + " bare Pod with that image was made without the injector.")
            .why("The pod waits forever for an image of the name auto (ImagePullBackOff).")
            .fix("Label the namespace or the pod so that an injector takes it")
            .needs(Need.WEBHOOKS)
            .codes("IST0146", "IST0147"));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    boolean auto =
        workload.containers().stream()
            .anyMatch(
                container ->
                    container.name().equals(Workload.PROXY_CONTAINER)
                        && container.image().equals(Optional.of("auto")));
    if (!auto) {
      return;
    }
    Map<String, String> namespace =
        mesh.namespace(workload.namespace())
            .map(Namespace::metadata)
            .map(metadata -> metadata.labels())
            .orElse(Map.of());
    boolean taken =
        Injectors.all(mesh).stream()
            .anyMatch(injector -> injector.takes(namespace, workload.labels()));
    if (workload.manifest() instanceof Pod && workload.manifest().status().isPresent()) {
      report
          .add("metadata.name", "The pod runs with the image auto: it was not injected.")
          .severity(Severity.ERROR);
    } else if (!taken) {
      report.add(
          "metadata.name",
          "No injector takes the pods of " + workload + ", so their image stays auto.");
    }
  }
}
