package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which waypoints of ambient mode serve whom, as istiod decides it ({@code
 * pilot/pkg/serviceregistry/ambient/waypoints.go}).
 */
public final class Waypoints {

  /** The label that names a waypoint. */
  public static final String LABEL = "istio.io/use-waypoint";

  private static final String OF_NAMESPACE = "istio.io/use-waypoint-namespace";
  private static final String FOR = "istio.io/waypoint-for";
  private static final String BINDING = "ambient.istio.io/waypoint-inbound-binding";
  private static final String NONE = "none";
  private static final String SERVICE = "service";
  private static final String ALL = "all";

  private final MeshView mesh;

  Waypoints(MeshView mesh) {
    this.mesh = mesh;
  }

  /** The waypoint that labels themselves name, as {@code namespace/name}. */
  public static Optional<String> named(Map<String, String> labels, String namespace) {
    String name = labels.getOrDefault(LABEL, "");
    return name.isEmpty() || name.equals(NONE)
        ? Optional.empty()
        : Optional.of(labels.getOrDefault(OF_NAMESPACE, namespace) + "/" + name);
  }

  /** The one that a service names, by its own label, else by that of its namespace. */
  public Optional<Waypoint> of(MeshService service) {
    Map<String, String> labels = service.manifest().metadata().labels();
    return find(labels, service.manifest(), service.namespace(), Set.of(SERVICE, ALL));
  }

  /** The one that a workload names, by the label of its pods, else by that of its namespace. */
  public Optional<Waypoint> of(Workload workload) {
    return find(
        workload.labels(), workload.manifest(), workload.namespace(), Set.of("workload", ALL));
  }

  /** For whose requests a waypoint is. Its own label outranks that of its class. */
  public String traffic(RawManifest gateway) {
    String own = gateway.metadata().labels().get(FOR);
    return own != null
        ? own
        : mesh.gatewayApi()
            .classOf(gateway)
            .map(found -> found.metadata().labels().getOrDefault(FOR, SERVICE))
            .orElse(SERVICE);
  }

  private Optional<Waypoint> find(
      Map<String, String> labels, Manifest own, String namespace, Set<String> serving) {
    if (labels.containsKey(LABEL)) {
      return named(labels, namespace).map(it -> waypoint(it, own, namespace, serving));
    }
    Optional<Namespace> of = mesh.namespace(namespace);
    return of.flatMap(found -> named(found.metadata().labels(), namespace))
        .map(it -> waypoint(it, of.get(), namespace, serving));
  }

  private Waypoint waypoint(String qualified, Manifest by, String client, Set<String> serving) {
    int slash = qualified.indexOf('/');
    String namespace = qualified.substring(0, slash);
    String name = qualified.substring(slash + 1);
    Optional<RawManifest> gateway = mesh.gatewayApi().gateway(namespace, name);
    String traffic = gateway.map(this::traffic).orElse(SERVICE);
    String refusal =
        gateway.isEmpty()
            ? "it is not there"
            : !serving.contains(traffic)
                ? "it is for " + traffic
                : takes(gateway.get(), client)
                    ? ""
                    : "its listener takes nothing of the namespace " + client;
    return new Waypoint(namespace, name, by, gateway, traffic, refusal);
  }

  /**
   * True if a waypoint may be used from a namespace: its listener for HBONE says so; without one,
   * only its own namespace may. True too where another listener is its inbound one.
   */
  public boolean takes(RawManifest gateway, String client) {
    String own = Names.namespace(gateway);
    boolean bound =
        gateway.metadata().annotations().containsKey(BINDING)
            || mesh.gatewayApi()
                .classOf(gateway)
                .filter(it -> it.metadata().annotations().containsKey(BINDING))
                .isPresent();
    if (bound) {
      return true;
    }
    List<ApiGateway.Listener> listeners =
        new ApiGateway(gateway)
            .listeners().stream()
                .filter(it -> it.protocol().equals("HBONE") && it.port() == 15_008)
                .toList();
    return listeners.isEmpty()
        ? own.equals(client)
        : listeners.get(0).takesNamespace(client, own, mesh);
  }
}
