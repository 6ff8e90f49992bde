package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.Gateways.Binding;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Gateway serves. {@code toString} says it in lines.
 *
 * @param gateway the Gateway
 * @param workloads the workloads that it configures
 * @param servers its servers
 * @param overruled VirtualServices that name it and that it does not serve
 */
public record GatewayDescription(
    Gateway gateway, List<Workload> workloads, List<Served> servers, List<Overruled> overruled) {

  /**
   * A server.
   *
   * @param index its place in {@code spec.servers}
   * @param outcomes what becomes of it, on each of the workloads
   * @param bindings the VirtualServices that it serves, with the hosts that both have
   */
  public record Served(int index, List<ServerOutcome> outcomes, List<Binding> bindings) {}

  static GatewayDescription of(Gateway gateway, MeshView mesh) {
    List<Workload> workloads = mesh.gateways().workloads(gateway);
    List<ServerOutcome> outcomes =
        workloads.stream()
            .flatMap(workload -> mesh.gateways().merged(workload).stream())
            .filter(outcome -> outcome.gateway() == gateway)
            .toList();
    List<Served> servers = new ArrayList<>();
    List<VirtualService> served = new ArrayList<>();
    for (int i = 0; i < gateway.servers().size(); i++) {
      int index = i;
      List<Binding> bindings = mesh.gateways().served(gateway, gateway.servers().get(i));
      bindings.forEach(binding -> served.add(binding.service()));
      servers.add(
          new Served(
              i, outcomes.stream().filter(outcome -> outcome.index() == index).toList(), bindings));
    }
    List<Overruled> overruled =
        mesh.virtualServices().boundTo(Names.qualified(gateway)).stream()
            .filter(service -> served.stream().noneMatch(other -> other == service))
            .map(service -> Overruled.because(service, reason(gateway, service, mesh)))
            .toList();
    return new GatewayDescription(gateway, workloads, List.copyOf(servers), overruled);
  }

  private static String reason(Gateway gateway, VirtualService service, MeshView mesh) {
    boolean noHost =
        gateway.servers().stream()
            .allMatch(server -> Gateways.common(ServerHost.of(gateway, server), service).isEmpty());
    if (noHost) {
      return "it has no host of a server";
    }
    return mesh.gateways().namespaces(gateway).stream()
            .anyMatch(name -> mesh.virtualServices().isVisible(service, name))
        ? "it has no rule for requests"
        : "it is not exported to the namespace of the gateway's workloads";
  }

  /** All of it in lines. */
  @Override
  public String toString() {
    Lines lines = new Lines();
    lines.add(Lines.name(gateway));
    lines.add(
        "  on: "
            + Lines.joined(
                workloads.stream().map(workload -> Lines.name(workload.manifest())).toList(),
                "no workload among the manifests"));
    for (Served server : servers) {
      lines.add("  " + heading(server));
      for (ServerOutcome outcome : server.outcomes()) {
        if (!outcome.reason().isEmpty()) {
          lines.add(
              "    " + (outcome.isDropped() ? "dropped: " : "") + outcome.reason() + by(outcome));
        }
      }
      for (Binding binding : server.bindings()) {
        lines.add(
            "    " + String.join(", ", binding.hosts()) + " by " + Lines.name(binding.service()));
      }
      if (server.bindings().isEmpty()) {
        lines.add("    no VirtualService: every request is answered with 404");
      }
    }
    lines.add("named by, without effect", overruled);
    return lines.toString();
  }

  private String heading(Served served) {
    var server = gateway.servers().get(served.index());
    List<Long> ports =
        served.outcomes().stream().map(ServerOutcome::listenPort).distinct().toList();
    String tls =
        server
            .tls()
            .map(
                settings ->
                    GatewayMerge.isPlainHttp(server)
                        ? settings.httpsRedirect().orElse(false) ? ", redirects to https" : ""
                        : ", TLS " + settings.mode().orElse(ServerTlsMode.PASSTHROUGH))
            .orElse("");
    return "servers["
        + served.index()
        + "]: port "
        + server.port().number()
        + " "
        + server.port().protocol()
        + (ports.isEmpty() ? "" : ", listening on " + Lines.joined(ports, ""))
        + tls
        + ": "
        + Lines.joined(ServerHost.of(gateway, server), "no hosts");
  }

  private static String by(ServerOutcome outcome) {
    return outcome
        .other()
        .filter(other -> outcome.isDropped())
        .map(other -> " by " + other)
        .orElse("");
  }
}
