package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Gateway of the Gateway API serves. {@code toString} says it in lines.
 *
 * @param gateway the Gateway
 * @param workloads the workloads that are it, where they are among the manifests
 * @param listeners its listeners
 * @param refused routes that name it and that it does not take
 * @param policies the policies that name it, or for a waypoint its class, by targetRefs
 * @param waypointFor for whose requests it is, where it is a waypoint
 * @param users the services that use it, where it is a waypoint
 */
public record ApiGatewayDescription(
    ApiGateway gateway,
    List<Workload> workloads,
    List<Served> listeners,
    List<RouteAttachment> refused,
    List<Manifest> policies,
    Optional<String> waypointFor,
    List<MeshService> users) {

  /**
   * A listener.
   *
   * @param listener the listener
   * @param conflict the one before it that keeps it away
   * @param routes the routes that it takes
   */
  public record Served(
      ApiGateway.Listener listener,
      Optional<ApiGateway.Listener> conflict,
      List<RouteAttachment> routes) {}

  static ApiGatewayDescription of(RawManifest manifest, MeshView mesh) {
    ApiGateway gateway = new ApiGateway(manifest);
    String namespace = Names.namespace(manifest);
    List<RouteAttachment> attachments = mesh.gatewayApi().attachedTo(manifest);
    List<Served> listeners = new ArrayList<>();
    Map<Integer, ApiGateway.Listener> conflicts = gateway.conflicts();
    for (ApiGateway.Listener listener : gateway.listeners()) {
      listeners.add(
          new Served(
              listener,
              Optional.ofNullable(conflicts.get(listener.index())),
              attachments.stream()
                  .filter(it -> it.isAttached() && it.listeners().contains(listener))
                  .toList()));
    }
    boolean waypoint = mesh.gatewayApi().isWaypoint(manifest);
    return new ApiGatewayDescription(
        gateway,
        mesh.workloads().in(namespace).stream()
            .filter(it -> manifest.name().equals(it.labels().get(Policies.GATEWAY_NAME)))
            .toList(),
        List.copyOf(listeners),
        attachments.stream().filter(it -> !it.isAttached()).toList(),
        mesh.policies().targeting(manifest),
        waypoint ? Optional.of(mesh.waypoints().traffic(manifest)) : Optional.empty(),
        waypoint
            ? mesh.services().coveredBy("*").stream()
                .filter(
                    it ->
                        mesh.waypoints()
                            .of(it)
                            .filter(used -> used.refusal().isEmpty())
                            .flatMap(Waypoint::gateway)
                            .filter(used -> used == manifest)
                            .isPresent())
                .toList()
            : List.of());
  }

  /** All of it in lines. */
  @Override
  public String toString() {
    Lines lines = new Lines();
    lines.add(Lines.name(gateway.manifest()) + ", of the class " + gateway.className());
    waypointFor.ifPresent(it -> lines.add("  a waypoint for: " + it));
    if (!workloads.isEmpty()) {
      lines.add(
          "  on: "
              + Lines.joined(workloads.stream().map(it -> Lines.name(it.manifest())).toList(), ""));
    }
    for (Served served : listeners) {
      lines.add("  listener " + served.listener());
      served
          .conflict()
          .ifPresent(it -> lines.add("    dropped: in conflict with the listener " + it.name()));
      served.routes().forEach(it -> lines.add("    " + route(it)));
      if (served.routes().isEmpty() && served.conflict().isEmpty() && waypointFor.isEmpty()) {
        lines.add("    no route: every request is answered with 404, or reset");
      }
    }
    lines.add("services that use it", users.stream().map(it -> Lines.name(it.manifest())).toList());
    lines.add("policies that target it", policies.stream().map(Lines::name).toList());
    lines.add(
        "named by, without effect",
        refused.stream()
            .map(it -> it.route().manifest().resourceId() + ": " + it.reason())
            .toList());
    return lines.toString();
  }

  private static String route(RouteAttachment attachment) {
    return Lines.joined(attachment.route().hostnames(), "all its hosts")
        + " by "
        + Lines.name(attachment.route().manifest());
  }
}
