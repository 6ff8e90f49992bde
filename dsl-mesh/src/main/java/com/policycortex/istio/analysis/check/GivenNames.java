package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names that a mesh has, to say which one was meant by another that it has not. Made once for a
 * mesh, however many are missing.
 */
public final class GivenNames {

  private GivenNames() {}

  /** The names of the Namespaces, and of the root namespace. */
  public static NearNames namespaces(MeshView mesh) {
    return near(
        "namespaces",
        mesh,
        view ->
            Stream.concat(
                    Stream.of(view.rootNamespace()),
                    view.all(Namespace.KIND).stream().map(Namespace::name))
                .toList());
  }

  /** The manifests of a kind in a namespace. */
  public static <M extends Manifest> NearNames in(String namespace, Kind<M> kind, MeshView mesh) {
    return near(
        List.of(kind.name(), namespace),
        mesh,
        view -> view.in(namespace, kind).stream().map(Manifest::name).toList());
  }

  /** The manifests of a kind in the whole mesh, with their namespaces. */
  public static <M extends Manifest> NearNames qualified(Kind<M> kind, MeshView mesh) {
    return near(
        List.of(kind.name()), mesh, view -> view.all(kind).stream().map(Names::qualified).toList());
  }

  /** The Gateways of the Gateway API, with their namespaces. */
  public static NearNames apiGateways(MeshView mesh) {
    return near(
        "Gateways of the Gateway API",
        mesh,
        view -> view.allRaw(GatewayApi.GROUP, "Gateway").stream().map(Names::qualified).toList());
  }

  /** The hosts that the services of a namespace have. */
  public static NearNames hosts(String namespace, MeshView mesh) {
    return near(
        List.of("hosts", namespace),
        mesh,
        view -> view.services().in(namespace).stream().map(MeshService::host).toList());
  }

  /** The service accounts that the workloads of a namespace run as. */
  public static NearNames serviceAccounts(String namespace, MeshView mesh) {
    return near(
        List.of("service accounts", namespace),
        mesh,
        view -> view.workloads().in(namespace).stream().map(Workload::serviceAccount).toList());
  }

  /** The values that a label has at workloads. */
  public static NearNames values(String label, MeshView mesh) {
    return near(
        List.of("values", label),
        mesh,
        view ->
            view.workloads().all().stream()
                .map(workload -> workload.labels().get(label))
                .filter(Objects::nonNull)
                .toList());
  }

  /** The manifests of a kind that are called so, whatever their namespace. */
  public static <M extends Manifest> List<M> called(String name, Kind<M> kind, MeshView mesh) {
    Map<String, List<M>> byName =
        mesh.memo(List.of("by name", kind.name()), view -> byName(view.all(kind)));
    return byName.getOrDefault(name, List.of());
  }

  private static <M extends Manifest> Map<String, List<M>> byName(List<M> manifests) {
    Map<String, List<M>> byName = new HashMap<>();
    for (M manifest : manifests) {
      byName.computeIfAbsent(manifest.name(), name -> new ArrayList<>(1)).add(manifest);
    }
    return byName;
  }

  private static NearNames near(
      Object which, MeshView mesh, Function<MeshView, Collection<String>> names) {
    return mesh.memo(List.of("near names", which), view -> NearNames.of(names.apply(view)));
  }
}
