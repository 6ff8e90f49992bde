package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Clients in other namespaces than a VirtualService's, which follow it where it is exported. */
final class OtherClients {

  private OtherClients() {}

  /**
   * A namespace with sidecars that follow the rules and have no such subset, since the
   * DestinationRule that defines it is kept back from them. None where a Sidecar may keep the host
   * from them too, or rules of their own come first.
   */
  static Optional<String> without(
      String subset, MeshService to, VirtualService service, MeshView mesh) {
    if (!VirtualServices.isForSidecarsAlone(service)
        || !isAnyKeptBack(subset, to, mesh)
        || !mesh.in(mesh.rootNamespace(), Sidecar.KIND).isEmpty()) {
      return Optional.empty();
    }
    return withSidecars(mesh).stream()
        .filter(client -> follow(client, service, to, mesh))
        .filter(
            client ->
                mesh.destinationRules().forNamespace(client, to).stream()
                    .noneMatch(rule -> rule.subset(subset).isPresent()))
        .findFirst();
  }

  private static boolean isAnyKeptBack(String subset, MeshService to, MeshView mesh) {
    for (DestinationRule rule : mesh.destinationRules().withHost(to.host())) {
      if (isKeptBack(rule) && defines(rule, subset)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKeptBack(DestinationRule rule) {
    return !rule.exportTo().isEmpty() && !rule.exportTo().contains("*");
  }

  private static boolean defines(DestinationRule rule, String subset) {
    return rule.subsets().stream().anyMatch(one -> one.name().equals(subset));
  }

  private static boolean follow(
      String client, VirtualService service, MeshService to, MeshView mesh) {
    return !client.equals(Names.namespace(service))
        && mesh.virtualServices().isVisible(service, client)
        && mesh.services().isVisible(to, client)
        && mesh.in(client, Sidecar.KIND).isEmpty()
        && VirtualServices.hosts(service).stream()
            .flatMap(host -> others(host, service, mesh))
            .noneMatch(other -> Names.namespace(other).equals(client));
  }

  private static Stream<VirtualService> others(String host, VirtualService service, MeshView mesh) {
    return mesh.virtualServices().withHost(host).stream().filter(other -> other != service);
  }

  private static Collection<String> withSidecars(MeshView mesh) {
    return mesh.memo("namespaces with sidecars", OtherClients::namespaces);
  }

  private static Set<String> namespaces(MeshView mesh) {
    Set<String> namespaces = new TreeSet<>();
    for (Workload workload : mesh.workloads().all()) {
      if (!namespaces.contains(workload.namespace())
          && mesh.workloads().proxy(workload) == Proxy.SIDECAR) {
        namespaces.add(workload.namespace());
      }
    }
    return namespaces;
  }
}
