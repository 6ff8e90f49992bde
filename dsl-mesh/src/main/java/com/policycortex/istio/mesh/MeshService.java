package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.model.kubernetes.ServiceType;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryLocation;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that proxies know: a Kubernetes Service, or one host of a ServiceEntry.
 *
 * @param host the full name; may be a wildcard
 * @param namespace the namespace of its manifest
 * @param ports its ports
 * @param exportTo the namespaces that see it, with {@code .} resolved; empty means MeshConfig's
 *     default
 * @param manifest the Service or ServiceEntry
 */
public record MeshService(
    String host, String namespace, List<MeshPort> ports, List<String> exportTo, Manifest manifest)
    implements Derived {

  /** The annotation by which a Kubernetes Service says who sees it. */
  public static final String EXPORT_TO = "networking.istio.io/exportTo";

  static MeshService of(Service service) {
    String namespace = Names.namespace(service);
    String exported = service.metadata().annotations().get(EXPORT_TO);
    List<String> exportTo =
        exported == null
            ? List.of()
            : Arrays.stream(exported.split(",", -1))
                .map(String::strip)
                .filter(to -> !to.isEmpty())
                .toList();
    return new MeshService(
        Names.serviceHost(service.name(), namespace),
        namespace,
        ports(service),
        Names.exportTo(exportTo, namespace),
        service);
  }

  private static List<MeshPort> ports(Service service) {
    List<MeshPort> ports = new ArrayList<>(service.ports().size());
    for (ServicePort port : service.ports()) {
      ports.add(MeshPort.of(port));
    }
    return Collections.unmodifiableList(ports);
  }

  static List<MeshService> of(ServiceEntry entry) {
    String namespace = Names.namespace(entry);
    List<MeshPort> ports = entry.ports().stream().map(MeshPort::of).toList();
    List<String> exportTo = Names.exportTo(entry.exportTo(), namespace);
    return entry.hosts().stream()
        .distinct()
        .map(host -> new MeshService(host, namespace, ports, exportTo, entry))
        .toList();
  }

  /** True if a Kubernetes Service is behind it, not a ServiceEntry. */
  public boolean isKubernetes() {
    return manifest instanceof Service;
  }

  /** True if it is a host of a ServiceEntry outside the mesh. */
  public boolean isExternal() {
    return manifest instanceof ServiceEntry entry
        && entry.location().orElse(ServiceEntryLocation.MESH_EXTERNAL)
            == ServiceEntryLocation.MESH_EXTERNAL;
  }

  /** True if it is an alias of another host (a Service of type ExternalName). */
  public boolean isExternalName() {
    return manifest instanceof Service service
        && service.type().equals(Optional.of(ServiceType.ExternalName));
  }

  /** True if it is a wildcard of a ServiceEntry. */
  public boolean isWildcard() {
    return Hosts.isWildcard(host);
  }

  /** The labels of the workloads behind it; empty if none are selected. */
  public Map<String, String> selector() {
    if (manifest instanceof Service service) {
      return service.selector();
    }
    return manifest instanceof ServiceEntry entry
        ? entry.workloadSelector().map(selector -> selector.matchLabels()).orElse(Map.of())
        : Map.of();
  }

  /** The port of this number. */
  public Optional<MeshPort> port(long number) {
    return ports.stream().filter(port -> port.number() == number).findFirst();
  }

  /** Equality is that of the manifest and the host. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MeshService service
        && host.equals(service.host)
        && manifest.equals(service.manifest);
  }

  @Override
  public int hashCode() {
    return host.hashCode();
  }

  /** {@code reviews.shop.svc.cluster.local (Service shop/reviews)}. */
  @Override
  public String toString() {
    return host + " (" + manifest.resourceId() + ")";
  }
}
