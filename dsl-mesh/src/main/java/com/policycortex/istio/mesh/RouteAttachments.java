package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.ApiGateway.Listener;
import com.policycortex.istio.mesh.RouteAttachment.Refusal;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Attaches routes of the Gateway API to their parents, in the order of istiod's {@code
 * referenceAllowed} ({@code pilot/pkg/config/kube/gateway/conversion.go}).
 */
final class RouteAttachments {

  private final MeshView mesh;

  RouteAttachments(MeshView mesh) {
    this.mesh = mesh;
  }

  /** Each parent that Istio decides about; those of other groups are for other controllers. */
  List<RouteAttachment> of(ApiRoute route) {
    List<RouteAttachment> all = new ArrayList<>();
    for (ApiRoute.Reference reference : route.parents()) {
      switch (reference.group()) {
        case GatewayApi.GROUP -> gateway(route, reference).ifPresent(all::add);
        case "" -> all.add(service(route, reference));
        case GatewayApi.ISTIO_GROUP -> all.add(entry(route, reference));
        // As people write the group of Kubernetes' own kinds, whose name is empty.
        case "core", "v1" ->
            all.add(refused(route, reference, Optional.empty(), Refusal.KIND_UNKNOWN));
        default -> {}
      }
    }
    return List.copyOf(all);
  }

  private Optional<RouteAttachment> gateway(ApiRoute route, ApiRoute.Reference reference) {
    if (reference.kind().equals("ListenerSet")) {
      return Optional.empty(); // its listeners are not read
    }
    if (!reference.kind().equals("Gateway")) {
      return Optional.of(refused(route, reference, Optional.empty(), Refusal.KIND_UNKNOWN));
    }
    Optional<RawManifest> found =
        mesh.gatewayApi().gateway(reference.namespace(), reference.name());
    if (found.isEmpty()) {
      return Optional.of(refused(route, reference, found, Refusal.PARENT_MISSING));
    }
    if (mesh.gatewayApi().isWaypoint(found.get())) {
      return Optional.of(refused(route, reference, found, Refusal.WAYPOINT));
    }
    return Optional.of(listeners(route, reference, found.get()));
  }

  private RouteAttachment listeners(
      ApiRoute route, ApiRoute.Reference reference, RawManifest gateway) {
    List<Listener> left = route.listeners(reference, gateway);
    if (left.isEmpty()) {
      return refused(route, reference, Optional.of(gateway), Refusal.LISTENER_MISSING);
    }
    ApiGateway there = new ApiGateway(gateway);
    List<Listener> accepted = there.accepted();
    Set<Integer> indexes = accepted.stream().map(Listener::index).collect(Collectors.toSet());
    List<Step> steps =
        List.of(
            new Step(Refusal.LISTENER_CONFLICT, it -> indexes.contains(it.index())),
            new Step(Refusal.LISTENER_KIND, it -> it.takesKind(route.manifest().kindName())),
            new Step(
                Refusal.LISTENER_NAMESPACE,
                it -> it.takesNamespace(route.namespace(), reference.namespace(), mesh)),
            new Step(Refusal.LISTENER_HOST, it -> serves(there, it, accepted, route)));
    for (Step step : steps) {
      List<Listener> taking = left.stream().filter(step.takes()).toList();
      if (taking.isEmpty()) {
        return new RouteAttachment(
            route, reference, Optional.of(gateway), left, Optional.of(step.refusal()));
      }
      left = taking;
    }
    return new RouteAttachment(route, reference, Optional.of(gateway), left, Optional.empty());
  }

  private record Step(Refusal refusal, Predicate<Listener> takes) {}

  // Listeners of connections, and of other controllers, are not kept away by others.
  private boolean serves(
      ApiGateway gateway, Listener listener, List<Listener> accepted, ApiRoute route) {
    List<String> hosts = route.hostnames().isEmpty() ? List.of("*") : route.hostnames();
    boolean exclusive = route.isOfRequests() && mesh.gatewayApi().isOfIstio(gateway.manifest());
    return exclusive
        ? hosts.stream().anyMatch(host -> ApiGateway.serves(listener, host, accepted))
        : listener.hostname().isEmpty()
            || hosts.stream().anyMatch(host -> Hosts.overlap(host, listener.hostname()));
  }

  private RouteAttachment service(ApiRoute route, ApiRoute.Reference reference) {
    if (!reference.kind().equals("Service")) {
      return refused(route, reference, Optional.empty(), Refusal.KIND_UNKNOWN);
    }
    Optional<Service> found = mesh.find(Service.KIND, reference.namespace(), reference.name());
    boolean port =
        found
            .map(Service::ports)
            .filter(ports -> ports.stream().anyMatch(it -> it.port() == reference.port()))
            .isPresent();
    return ofMesh(route, reference, found, port);
  }

  private RouteAttachment entry(ApiRoute route, ApiRoute.Reference reference) {
    if (!reference.kind().equals("ServiceEntry")) {
      return refused(route, reference, Optional.empty(), Refusal.KIND_UNKNOWN);
    }
    Optional<ServiceEntry> found =
        mesh.find(ServiceEntry.KIND, reference.namespace(), reference.name());
    boolean port =
        found
            .map(ServiceEntry::ports)
            .filter(ports -> ports.stream().anyMatch(it -> it.number() == reference.port()))
            .isPresent();
    return ofMesh(route, reference, found, port);
  }

  private static RouteAttachment ofMesh(
      ApiRoute route,
      ApiRoute.Reference reference,
      Optional<? extends Manifest> found,
      boolean hasPort) {
    if (found.isEmpty()) {
      return refused(route, reference, found, Refusal.PARENT_MISSING);
    }
    return reference.port() != 0 && !hasPort
        ? refused(route, reference, found, Refusal.PORT_MISSING)
        : new RouteAttachment(route, reference, found, List.of(), Optional.empty());
  }

  private static RouteAttachment refused(
      ApiRoute route,
      ApiRoute.Reference reference,
      Optional<? extends Manifest> parent,
      Refusal refusal) {
    return new RouteAttachment(route, reference, parent, List.of(), Optional.of(refusal));
  }
}
