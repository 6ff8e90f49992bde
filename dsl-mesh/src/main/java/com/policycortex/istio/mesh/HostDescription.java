package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.AppliedDestinationRule.DefinedSubset;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a host means to the proxies of a namespace. {@code toString} says it in lines.
 *
 * @param host the host, a short name expanded
 * @param client the namespace of the proxies
 * @param service the service that they take it for; absent if they know none
 * @param visibleTo the namespaces to which that is exported; {@code *} for all
 * @param workloads the workloads behind it
 * @param virtualService the VirtualService whose rules sidecars apply
 * @param destinationRules what applies of the DestinationRules, merged
 * @param gateways the VirtualServices of gateways that have the host
 * @param routedFrom the VirtualServices that lead here
 * @param apiRoutes routes of the Gateway API that have the service as parent, those without effect
 *     too
 * @param apiRoutings what decides of those, before VirtualServices, by port
 * @param waypoint the waypoint that the service, or its namespace, names
 * @param targeting the policies that name the service or its waypoint by targetRefs
 * @param overruled manifests that seem to apply and do not
 */
public record HostDescription(
    String host,
    String client,
    Optional<MeshService> service,
    List<String> visibleTo,
    List<Workload> workloads,
    Optional<VirtualService> virtualService,
    List<AppliedDestinationRule> destinationRules,
    List<VirtualService> gateways,
    List<VirtualService> routedFrom,
    List<RouteAttachment> apiRoutes,
    Map<Long, ApiRouting> apiRoutings,
    Optional<Waypoint> waypoint,
    List<Manifest> targeting,
    List<Overruled> overruled) {

  static HostDescription of(String host, String client, MeshView mesh) {
    SidecarScope scope = mesh.sidecars().scopeOfNamespace(client);
    Optional<MeshService> service = scope.resolve(host);
    List<VirtualService> candidates = mesh.virtualServices().forSidecars(host, client);
    Optional<VirtualService> winner = scope.virtualService(host);
    List<AppliedDestinationRule> rules =
        service.map(to -> mesh.destinationRules().forNamespace(client, to)).orElse(List.of());
    List<VirtualService> bound =
        mesh.virtualServices().overlapping(host).stream()
            .filter(candidate -> candidate.gateways().stream().anyMatch(g -> !g.equals(Names.MESH)))
            .toList();
    List<Overruled> overruled =
        new ArrayList<>(overruled(host, client, service, candidates, winner, rules, scope, mesh));
    for (VirtualService candidate : bound) {
      if (!mesh.gateways().mayServe(candidate, host)) {
        overruled.add(Overruled.because(candidate, "no server of its gateways has the host"));
      }
    }
    Optional<Waypoint> waypoint = service.flatMap(mesh.waypoints()::of);
    return new HostDescription(
        host,
        client,
        service,
        service.map(mesh.services()::exportTo).orElse(List.of()),
        service.map(mesh.workloads()::behind).orElse(List.of()),
        winner,
        rules,
        bound.stream().filter(candidate -> mesh.gateways().mayServe(candidate, host)).toList(),
        mesh.virtualServices().routingTo(host),
        service.map(mesh.gatewayApi()::attachedTo).orElse(List.of()),
        apiRoutings(host, service, scope),
        waypoint,
        service.map(to -> targeting(to, waypoint, mesh)).orElse(List.of()),
        List.copyOf(overruled));
  }

  private static Map<Long, ApiRouting> apiRoutings(
      String host, Optional<MeshService> service, SidecarScope scope) {
    Map<Long, ApiRouting> routings = new TreeMap<>();
    for (MeshPort port : service.map(MeshService::ports).orElse(List.of())) {
      scope
          .routing(host, port.number())
          .flatMap(Routing::apiRouting)
          .ifPresent(it -> routings.put(port.number(), it));
    }
    return Collections.unmodifiableMap(routings);
  }

  private static List<Manifest> targeting(
      MeshService service, Optional<Waypoint> waypoint, MeshView mesh) {
    List<Manifest> all = new ArrayList<>(mesh.policies().targeting(service.manifest()));
    waypoint
        .filter(it -> it.refusal().isEmpty())
        .flatMap(Waypoint::gateway)
        .ifPresent(gateway -> all.addAll(mesh.policies().targeting(gateway)));
    return List.copyOf(all);
  }

  private static String route(RouteAttachment attachment, String client) {
    String of = attachment.route().namespace();
    boolean foreign = !of.equals(attachment.reference().namespace());
    return Lines.name(attachment.route().manifest())
        + (attachment.reference().port() == 0 ? "" : ", port " + attachment.reference().port())
        + (attachment.isAttached() ? "" : ": without effect: " + attachment.reason())
        + (attachment.isAttached() && foreign
            ? of.equals(client) ? ", for this namespace only" : ": for clients in " + of + " only"
            : "");
  }

  private static List<Overruled> overruled(
      String host,
      String client,
      Optional<MeshService> service,
      List<VirtualService> candidates,
      Optional<VirtualService> winner,
      List<AppliedDestinationRule> rules,
      SidecarScope scope,
      MeshView mesh) {
    List<Overruled> overruled = new ArrayList<>();
    for (MeshService other : mesh.services().withHost(host)) {
      if (service.filter(chosen -> chosen.manifest() == other.manifest()).isEmpty()) {
        overruled.add(
            Overruled.because(
                other.manifest(),
                mesh.services().isVisible(other, client)
                    ? scope.imports(other)
                        ? "another is preferred"
                        : "the Sidecar does not import it"
                    : "it is not exported to " + client));
      }
    }
    for (VirtualService other : candidates) {
      if (winner.filter(chosen -> chosen == other).isEmpty()) {
        overruled.add(
            scope.imports(other)
                ? winner
                    .map(chosen -> Overruled.by(chosen, other))
                    .orElseGet(() -> Overruled.because(other, "it has no rule for requests"))
                : Overruled.because(other, "the Sidecar does not import it"));
      }
    }
    mesh.destinationRules()
        .withHost(host)
        .forEach(
            rule -> {
              if (rules.stream().noneMatch(applied -> applied.rules().contains(rule))) {
                overruled.add(Overruled.because(rule, "it does not apply to clients in " + client));
              }
            });
    return List.copyOf(overruled);
  }

  /** All of it in lines. */
  @Override
  public String toString() {
    Lines lines = new Lines();
    lines.add(host + ", as proxies of the namespace " + client + " see it");
    lines.add(
        "  service: "
            + service
                .map(to -> Lines.name(to.manifest()) + (to.isWildcard() ? " " + to.host() : ""))
                .orElse("none that they know"));
    service.ifPresent(
        to -> {
          lines.add("  exported to: " + Lines.joined(visibleTo, "nobody"));
          lines.add(
              "ports", to.ports().stream().map(port -> port + " " + port.protocol()).toList());
          lines.add(
              "workloads behind it",
              workloads.stream().map(workload -> Lines.name(workload.manifest())).toList());
        });
    lines.add(
        "  routes: "
            + virtualService.map(Lines::name).orElse("the default, no VirtualService applies"));
    apiRoutings.forEach((port, by) -> lines.add("  routes of port " + port + ": " + by));
    lines.add(
        "routes of the Gateway API", apiRoutes.stream().map(it -> route(it, client)).toList());
    waypoint.ifPresent(it -> lines.add("  waypoint: " + it));
    lines.add(
        "policies that target it or its waypoint", targeting.stream().map(Lines::name).toList());
    for (AppliedDestinationRule applied : destinationRules) {
      List<String> subsets =
          applied.subsets().stream()
              .map(DefinedSubset::subset)
              .map(subset -> subset.name() + " " + subset.labels())
              .toList();
      lines.add(
          "  traffic policy: "
              + Lines.joined(applied.rules().stream().map(Lines::name).toList(), "")
              + "; subsets: "
              + Lines.joined(subsets, "none"));
    }
    lines.add("rules of gateways", gateways.stream().map(Lines::name).toList());
    lines.add("led to by", routedFrom.stream().map((Manifest m) -> Lines.name(m)).toList());
    lines.add("without effect here", overruled);
    return lines.toString();
  }
}
