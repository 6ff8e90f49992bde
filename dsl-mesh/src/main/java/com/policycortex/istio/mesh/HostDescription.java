package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.AppliedDestinationRule.DefinedSubset;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List.copyOf(overruled));
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
