package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import java.util.Optional;
import java.util.Set;

/**
 * How sure it is that a host is not there. Manifests are often those of one team: a Service of a
 * namespace of which they have none may well be somewhere else.
 */
public final class GivenNamespaces {

  private static final String SERVICES = ".svc." + Names.DOMAIN;

  // https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces
  private static final Set<String> OF_KUBERNETES =
      Set.of(Names.DEFAULT_NAMESPACE, "kube-node-lease", "kube-public", "kube-system");

  // By profiles of istioctl, samples and Helm charts; with a revision, istiod-REVISION.
  private static final Set<String> OF_ISTIO =
      Set.of("istiod", "istio-ingressgateway", "istio-egressgateway", "istio-eastwestgateway");

  private GivenNamespaces() {}

  /**
   * True if a namespace is among the manifests, or something in it. The root namespace always is,
   * and those that Kubernetes makes.
   */
  public static boolean isThere(String name, MeshView mesh) {
    return name.equals(mesh.rootNamespace())
        || OF_KUBERNETES.contains(name)
        || mesh.namespace(name).isPresent()
        || mesh.workloads().hasAny(name)
        || !mesh.services().in(name).isEmpty();
  }

  /** This where the host's namespace is among the manifests; else no more than a hint. */
  public static Severity severity(String host, Severity sure, MeshView mesh) {
    return isGiven(host, mesh) ? sure : Severity.INFO;
  }

  /** What to add where it is not sure. */
  public static String doubt(String host, MeshView mesh) {
    if (isGiven(host, mesh)) {
      return "";
    }
    if (isInstalled(host, mesh)) {
      return ", unless the installation of Istio brings its Service";
    }
    Optional<RawManifest> release = ChartReleases.into(namespace(host), mesh);
    if (release.isPresent()) {
      return ", unless a chart that is installed there brings its Service, for example that of "
          + release.get().resourceId();
    }
    return unplaced(host, mesh).isPresent()
        ? ", unless the Service of this name that says no namespace is applied there"
        : ", unless it is in manifests that are not given: there is no Service of the namespace "
            + namespace(host);
  }

  private static boolean isGiven(String host, MeshView mesh) {
    String namespace = namespace(host);
    return namespace.isEmpty()
        || (mesh.services().in(namespace).stream().anyMatch(MeshService::isKubernetes)
            && !isInstalled(host, mesh)
            && ChartReleases.into(namespace, mesh).isEmpty()
            && unplaced(host, mesh).isEmpty());
  }

  // Their Services are seldom among the manifests; where one is, the others would be as well.
  private static boolean isInstalled(String host, MeshView mesh) {
    return OF_ISTIO.contains(host.substring(0, Math.max(0, host.indexOf('.'))))
        && mesh.services().in(namespace(host)).stream()
            .noneMatch(service -> OF_ISTIO.contains(service.manifest().name()));
  }

  // A Service of the name that says no namespace, and goes where kubectl or kustomize puts it.
  private static Optional<Service> unplaced(String host, MeshView mesh) {
    return mesh.find(Service.KIND, Names.DEFAULT_NAMESPACE, host.substring(0, host.indexOf('.')))
        .filter(service -> service.namespace().isEmpty());
  }

  // The namespace of a Service's host; empty for the host of a ServiceEntry.
  private static String namespace(String host) {
    int dot = host.indexOf('.');
    return dot > 0 && host.endsWith(SERVICES) && host.length() - SERVICES.length() > dot
        ? host.substring(dot + 1, host.length() - SERVICES.length())
        : "";
  }
}
