package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.ContainerPort;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.kubernetes.PodTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods of one kind, or a machine: what a Deployment, StatefulSet, DaemonSet, Job, bare Pod,
 * WorkloadEntry, … makes.
 *
 * @param namespace its namespace
 * @param name the name of its manifest
 * @param labels the labels of its pods
 * @param serviceAccount the account that it runs as; {@code default} where none is named
 * @param template what its pods are like; empty for a WorkloadEntry or WorkloadGroup
 * @param owner the manifest that made this one in a cluster
 * @param manifest where it comes from
 */
public record Workload(
    String namespace,
    String name,
    Map<String, String> labels,
    String serviceAccount,
    Optional<PodTemplate> template,
    Optional<Owner> owner,
    Manifest manifest)
    implements Derived {

  /** The container that carries the proxy. */
  public static final String PROXY_CONTAINER = "istio-proxy";

  /** The label and annotation that let a pod in or keep it out. */
  public static final String INJECT = "sidecar.istio.io/inject";

  /**
   * Who made a manifest.
   *
   * @param kind for example {@code ReplicaSet}
   * @param name its name, in the same namespace
   */
  public record Owner(String kind, String name) {}

  /** The annotations of its pods. */
  public Map<String, String> annotations() {
    return template.map(PodTemplate::annotations).orElse(Map.of());
  }

  /** The specification of its pods; absent for a machine. */
  public Optional<PodSpec> podSpec() {
    return template.flatMap(PodTemplate::spec);
  }

  /** The containers of its pods. */
  public List<Container> containers() {
    return podSpec().map(PodSpec::containers).orElse(List.of());
  }

  /** The ports that its containers name; Kubernetes does not ask for them. */
  public List<ContainerPort> ports() {
    List<Container> containers = containers();
    if (containers.size() == 1) {
      return containers.get(0).ports();
    }
    List<ContainerPort> ports = new ArrayList<>();
    containers.forEach(container -> ports.addAll(container.ports()));
    return Collections.unmodifiableList(ports);
  }

  /** True if it has all these labels. */
  public boolean hasLabels(Map<String, String> wanted) {
    return labels.size() >= wanted.size() && Selectors.hasAll(labels, wanted);
  }

  /** True if it is no pod but a machine: a WorkloadEntry or WorkloadGroup. */
  public boolean isMachine() {
    return template.isEmpty();
  }

  /** True if its manifest itself has the proxy's container. */
  public boolean hasProxyContainer() {
    Optional<PodSpec> spec = podSpec();
    return spec.isPresent()
        && (hasProxy(spec.get().containers()) || hasProxy(spec.get().initContainers()));
  }

  private static boolean hasProxy(List<Container> containers) {
    for (Container container : containers) {
      if (container.name().equals(PROXY_CONTAINER) && !container.image().orElse("").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Who it is to others in a mesh of this trust domain: {@code cluster.local/ns/shop/sa/web}. */
  public String principal(String trustDomain) {
    return trustDomain + "/ns/" + namespace + "/sa/" + serviceAccount;
  }

  /** {@code namespace/name}. */
  public String qualifiedName() {
    return namespace + "/" + name;
  }

  /** Equality is that of the manifest. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Workload workload && manifest.equals(workload.manifest);
  }

  @Override
  public int hashCode() {
    return manifest.resourceId().hashCode();
  }

  /** {@code Deployment shop/frontend}. */
  @Override
  public String toString() {
    return manifest.resourceId().toString();
  }
}
