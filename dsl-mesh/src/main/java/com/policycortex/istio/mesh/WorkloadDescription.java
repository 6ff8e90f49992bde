package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.IstioEgressListener;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What applies to a workload. {@code toString} says it in lines.
 *
 * @param workload the workload
 * @param proxy what stands between it and the network
 * @param identity the principal that it shows to others
 * @param services the services that lead to it
 * @param scope what it knows of the mesh
 * @param peerAuthentication the mutual TLS that it asks for
 * @param authorizationPolicies who may call it
 * @param requestAuthentications the tokens that it checks
 * @param telemetries what is measured and logged
 * @param proxyConfigs how its proxy is set up
 * @param wasmPlugins WebAssembly that its proxy runs
 * @param envoyFilters patches of its proxy
 * @param gateways the Gateways that it serves
 * @param waypoint the waypoint that it, or its namespace, names
 * @param waypointPolicies the policies by targetRefs that the waypoint enforces
 * @param overruled manifests that seem to apply and do not
 */
public record WorkloadDescription(
    Workload workload,
    Proxy proxy,
    String identity,
    List<MeshService> services,
    SidecarScope scope,
    EffectivePeerAuthentication peerAuthentication,
    List<AuthorizationPolicy> authorizationPolicies,
    List<RequestAuthentication> requestAuthentications,
    List<Telemetry> telemetries,
    List<ProxyConfig> proxyConfigs,
    List<WasmPlugin> wasmPlugins,
    List<EnvoyFilter> envoyFilters,
    List<Gateway> gateways,
    Optional<Waypoint> waypoint,
    List<Manifest> waypointPolicies,
    List<Overruled> overruled) {

  static WorkloadDescription of(Workload workload, MeshView mesh) {
    Policies policies = mesh.policies();
    List<Overruled> overruled = new ArrayList<>(mesh.sidecars().overruled(workload));
    overruled.addAll(policies.overruledPeerAuthentications(workload));
    overruled.addAll(Layers.telemetries(mesh, workload).overruled());
    overruled.addAll(Layers.proxyConfigs(mesh, workload).overruled());
    Optional<Waypoint> waypoint = mesh.waypoints().of(workload);
    return new WorkloadDescription(
        workload,
        mesh.workloads().proxy(workload),
        workload.principal(mesh.settings().trustDomain()),
        mesh.workloads().servicesOf(workload),
        mesh.sidecars().scope(workload),
        policies.peerAuthentication(workload),
        policies.authorizationPolicies(workload),
        policies.requestAuthentications(workload),
        policies.telemetries(workload),
        policies.proxyConfigs(workload),
        policies.wasmPlugins(workload),
        policies.envoyFilters(workload),
        mesh.gateways().of(workload),
        waypoint,
        waypoint
            .filter(it -> it.refusal().isEmpty())
            .flatMap(Waypoint::gateway)
            .map(policies::targeting)
            .orElse(List.of()),
        List.copyOf(overruled));
  }

  /** All of it in lines. */
  @Override
  public String toString() {
    Lines lines = new Lines();
    lines.add(Lines.name(workload.manifest()));
    lines.add("  proxy: " + proxyInWords());
    lines.add("  identity: " + identity);
    lines.add("services that lead here", services.stream().map(this::service).toList());
    lines.add("gateways", gateways.stream().map(Lines::name).toList());
    if (proxy != Proxy.GATEWAY) {
      lines.add("  reaches: " + reach());
      lines.add("  unknown hosts: " + scope.outboundTrafficPolicy());
      lines.add("  mutual TLS: " + mutualTls());
    }
    waypoint.ifPresent(it -> lines.add("  waypoint of requests to its pods: " + it));
    lines.add("policies at the waypoint", waypointPolicies.stream().map(Lines::name).toList());
    lines.add(
        "access, where DENY comes first",
        authorizationPolicies.stream().map(this::access).toList());
    if (authorizationPolicies.isEmpty()) {
      lines.add("  access: everybody, no AuthorizationPolicy applies");
    }
    lines.add("tokens checked", requestAuthentications.stream().map(Lines::name).toList());
    lines.add("telemetry", telemetries.stream().map(Lines::name).toList());
    lines.add("proxy settings", proxyConfigs.stream().map(Lines::name).toList());
    lines.add("Wasm plugins", wasmPlugins.stream().map(Lines::name).toList());
    lines.add("Envoy filters", envoyFilters.stream().map(Lines::name).toList());
    lines.add("without effect here", overruled);
    return lines.toString();
  }

  private String proxyInWords() {
    return switch (proxy) {
      case SIDECAR -> "a sidecar";
      case GATEWAY -> "it is a gateway";
      case AMBIENT -> "none of its own; ambient mode";
      case NONE -> "none: nothing of Istio applies to it";
      case UNKNOWN -> "unknown: its Namespace is not among the manifests";
    };
  }

  private String service(MeshService service) {
    List<String> ports =
        service.ports().stream()
            .map(port -> port + " " + port.protocol() + " to port " + port.target(workload))
            .toList();
    return service.host() + ": " + Lines.joined(ports, "no ports");
  }

  private String reach() {
    List<String> hosts =
        scope.sidecar().map(Sidecar::egress).orElse(List.of()).stream()
            .map(IstioEgressListener::hosts)
            .flatMap(List::stream)
            .toList();
    String by = scope.sidecar().map(sidecar -> ", by " + Lines.name(sidecar)).orElse("");
    return Lines.joined(hosts, "everything that is exported to " + workload.namespace()) + by;
  }

  private String mutualTls() {
    MutualTlsMode mode = peerAuthentication.mode();
    StringBuilder text = new StringBuilder(mode.toString());
    text.append(
        peerAuthentication
            .decisive()
            .map(policy -> ", by " + Lines.name(policy))
            .orElse(", the default"));
    Map<String, ?> ports =
        peerAuthentication
            .ofWorkload()
            .<Map<String, ?>>map(PeerAuthentication::portLevelMtls)
            .orElse(Map.of());
    for (String port : ports.keySet()) {
      if (port.matches("[0-9]{1,5}")) {
        text.append("; port ")
            .append(port)
            .append(" ")
            .append(peerAuthentication.mode(Long.parseLong(port)));
      }
    }
    return text.toString();
  }

  private String access(AuthorizationPolicy policy) {
    AuthorizationAction action = policy.action().orElse(AuthorizationAction.ALLOW);
    String rules =
        switch (policy.rules().size()) {
          case 0 -> action == AuthorizationAction.ALLOW ? "nobody" : "no rule";
          case 1 -> "1 rule";
          default -> policy.rules().size() + " rules";
        };
    return action + " " + rules + ": " + Lines.name((Manifest) policy);
  }
}
