package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Waypoints;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is in ambient mode, and which waypoint there is for whom. */
final class Ambient {

  static final String MODE = "istio.io/dataplane-mode";
  static final String WAYPOINT = Waypoints.LABEL;
  private static final String AMBIENT = "ambient";

  private Ambient() {}

  /** True if pods of the namespace are in ambient mode, unless they say otherwise. */
  static boolean isAmbient(String namespace, MeshView mesh) {
    return mesh.namespace(namespace)
        .filter(found -> AMBIENT.equals(found.metadata().labels().get(MODE)))
        .isPresent();
  }

  /**
   * The waypoint that a service uses, as {@code namespace/name}: by its own label, else by that of
   * its namespace.
   */
  static Optional<String> waypoint(MeshService service, MeshView mesh) {
    return waypoint(service.manifest().metadata().labels(), service.namespace(), mesh);
  }

  /** The waypoint of what has these labels in a namespace. */
  static Optional<String> waypoint(Map<String, String> labels, String namespace, MeshView mesh) {
    if (labels.containsKey(WAYPOINT)) {
      return named(labels, namespace);
    }
    Optional<Namespace> own = mesh.namespace(namespace);
    return own.flatMap(found -> named(found.metadata().labels(), namespace));
  }

  /** The waypoint that labels themselves name. */
  static Optional<String> named(Map<String, String> labels, String namespace) {
    return Waypoints.named(labels, namespace);
  }

  /**
   * A workload in ambient mode to which a policy applies by its selector or namespace. For a policy
   * of the whole mesh only ambient namespaces are looked through.
   */
  static Optional<Workload> ambientWorkload(Manifest policy, MeshView mesh) {
    boolean ofMesh =
        Names.namespace(policy).equals(mesh.rootNamespace()) && Policies.isForAll(policy);
    Stream<Workload> workloads =
        ofMesh
            ? mesh.all(Namespace.KIND).stream()
                .filter(namespace -> isAmbient(namespace.name(), mesh))
                .flatMap(namespace -> mesh.workloads().in(namespace.name()).stream())
            : mesh.policies().workloads(policy).stream();
    return workloads
        .filter(workload -> mesh.workloads().proxy(workload) == Proxy.AMBIENT)
        .filter(workload -> !workload.labels().containsKey(Policies.GATEWAY_NAME))
        .findFirst();
  }
}
