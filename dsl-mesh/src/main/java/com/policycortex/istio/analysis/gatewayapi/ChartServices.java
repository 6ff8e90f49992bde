package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Service;

/**
 * Signs that a cluster has Services which are not among the manifests: those of Helm charts and
 * operators, beside some that are written by hand.
 */
final class ChartServices {

  private ChartServices() {}

  /**
   * True if there is an ApplicationSet of Argo CD, of which nobody can tell what it installs where;
   * or if a Service of the namespace is for pods that nothing among the manifests makes, as one
   * that is added to those of a chart.
   */
  static boolean areLikely(String namespace, MeshView mesh) {
    return !mesh.allRaw("argoproj.io", "ApplicationSet").isEmpty()
        || (mesh.knows(Need.WORKLOADS)
            && mesh.in(namespace, Service.KIND).stream()
                .anyMatch(service -> isForOthers(service, namespace, mesh)));
  }

  private static boolean isForOthers(Service service, String namespace, MeshView mesh) {
    return !service.selector().isEmpty()
        && mesh.workloads().select(namespace, service.selector()).isEmpty();
  }
}
