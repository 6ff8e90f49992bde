package com.policycortex.istio.mesh;

import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.Gateway;
import java.util.Collection;
import java.util.List;

/** Finds what a person means by a name, or says what there is. */
final class Lookup {

  private Lookup() {}

  static Workload workload(String name, MeshView mesh) {
    int slash = name.indexOf('/');
    String namespace = slash < 0 ? Names.DEFAULT_NAMESPACE : name.substring(0, slash);
    String bare = name.substring(slash + 1);
    return mesh.workloads().in(namespace).stream()
        .filter(workload -> workload.name().equals(bare))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "workload",
                    namespace + "/" + bare,
                    mesh.workloads().all().stream().map(Workload::qualifiedName).toList()));
  }

  static Gateway gateway(String name, MeshView mesh) {
    String qualified = name.contains("/") ? name : Names.DEFAULT_NAMESPACE + "/" + name;
    return mesh.find(Gateway.KIND, qualified)
        .orElseThrow(
            () ->
                unknown(
                    "Gateway",
                    qualified,
                    mesh.all(Gateway.KIND).stream().map(Names::qualified).toList()));
  }

  static String host(String host, MeshView mesh) {
    for (String candidate : candidates(host)) {
      if (isKnown(candidate, mesh)) {
        return candidate;
      }
    }
    throw unknown(
        "host",
        host,
        mesh.all(Service.KIND).stream().map(service -> MeshService.of(service).host()).toList());
  }

  // The host itself; then a Service as namespace/name, name.namespace, or in the default namespace.
  private static List<String> candidates(String host) {
    int slash = host.indexOf('/');
    if (slash >= 0) {
      return List.of(Names.serviceHost(host.substring(slash + 1), host.substring(0, slash)));
    }
    String[] labels = host.split("\\.", -1);
    return switch (labels.length) {
      case 1 -> List.of(host, Names.serviceHost(host, Names.DEFAULT_NAMESPACE));
      case 2 -> List.of(host, Names.serviceHost(labels[0], labels[1]));
      default -> List.of(host);
    };
  }

  private static boolean isKnown(String host, MeshView mesh) {
    return !mesh.services().withHost(host).isEmpty()
        || !mesh.services().wildcardsOver(host).isEmpty()
        || !mesh.virtualServices().withHost(host).isEmpty()
        || !mesh.destinationRules().withHost(host).isEmpty();
  }

  /** The namespace of the service that has a host; of what else is about it, if none has. */
  static String namespace(String host, MeshView mesh) {
    return mesh.services().withHost(host).stream()
        .findFirst()
        .map(MeshService::namespace)
        .or(() -> mesh.virtualServices().withHost(host).stream().findFirst().map(Names::namespace))
        .or(
            () ->
                mesh.services().wildcardsOver(host).stream()
                    .findFirst()
                    .map(MeshService::namespace))
        .orElse(Names.DEFAULT_NAMESPACE);
  }

  private static IllegalArgumentException unknown(
      String what, String name, Collection<String> names) {
    String hint =
        Suggestions.nearest(name, names)
            .map(nearest -> "; did you mean " + nearest + "?")
            .orElse(names.isEmpty() ? "; there is none" : "; there are " + names.size());
    return new IllegalArgumentException("There is no " + what + " " + name + hint);
  }
}
