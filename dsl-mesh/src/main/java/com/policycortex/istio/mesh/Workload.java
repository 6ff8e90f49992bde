package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pods of one kind, or a machine: what a Deployment, StatefulSet, DaemonSet, Job, bare Pod,
 * WorkloadEntry, … makes.
 *
 * @param namespace its namespace
 * @param name the name of its manifest
 * @param labels the labels of its pods
 * @param annotations the annotations of its pods
 * @param serviceAccount the account that it runs as; {@code default} where none is named
 * @param ports the ports that its containers name; Kubernetes does not ask for them
 * @param podSpec the pods' specification as written; empty for a WorkloadEntry or WorkloadGroup
 * @param owner the manifest that made this one in a cluster
 * @param manifest where it comes from
 */
public record Workload(
    String namespace,
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    String serviceAccount,
    List<ContainerPort> ports,
    JsonObject podSpec,
    Optional<Owner> owner,
    Manifest manifest)
    implements Derived {

  /** The container that carries the proxy. */
  public static final String PROXY_CONTAINER = "istio-proxy";

  /** The label and annotation that let a pod in or keep it out. */
  public static final String INJECT = "sidecar.istio.io/inject";

  /**
   * A port that a container names.
   *
   * @param number its number
   * @param name its name; empty where it has none
   * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
   */
  public record ContainerPort(long number, String name, String protocol) {}

  /**
   * Who made a manifest.
   *
   * @param kind for example {@code ReplicaSet}
   * @param name its name, in the same namespace
   */
  public record Owner(String kind, String name) {}

  /** True if it has all these labels. */
  public boolean hasLabels(Map<String, String> wanted) {
    return labels.size() >= wanted.size()
        && wanted.entrySet().stream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
  }

  /** True if its manifest itself has the proxy's container. */
  public boolean hasProxyContainer() {
    return containers("containers").anyMatch(Workload::isProxy)
        || containers("initContainers").anyMatch(Workload::isProxy);
  }

  /** {@code namespace/name}. */
  public String qualifiedName() {
    return namespace + "/" + name;
  }

  private Stream<JsonObject> containers(String field) {
    return podSpec.get(field).orElse(JsonValue.array()) instanceof JsonArray list
        ? list.values().stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
        : Stream.empty();
  }

  private static boolean isProxy(JsonObject container) {
    return container.get("name").equals(Optional.of(JsonValue.of(PROXY_CONTAINER)))
        && container.get("image").orElse(JsonValue.of("")) instanceof JsonString image
        && !image.value().isEmpty();
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
