package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.AppliedDestinationRule.DefinedSubset;
import com.policycortex.istio.mesh.Gateways.Binding;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Deployment;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryResolution;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.JwtRule;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a mesh says about names, rules and policies, as lines that istiod's configuration shows too
 * ({@code conformance/internal/dataplane/resolution.go}).
 */
final class ResolutionFacts {

  private final MeshView mesh;
  private final Set<String> facts = new TreeSet<>();

  private ResolutionFacts(MeshView mesh) {
    this.mesh = mesh;
  }

  static List<String> of(Mesh mesh) {
    ResolutionFacts facts = new ResolutionFacts(mesh.view());
    for (Deployment deployment : mesh.view().all(Deployment.KIND)) {
      facts.about(Workloads.of(deployment).orElseThrow());
    }
    facts.attached();
    return List.copyOf(facts.facts);
  }

  private void about(Workload workload) {
    SidecarScope scope = mesh.sidecars().scope(workload);
    if (mesh.workloads().proxy(workload) == Proxy.GATEWAY) {
      gateway(workload);
    } else {
      routes(workload, scope);
      mutualTls(workload);
    }
    clusters(workload, scope);
    boolean listens =
        mesh.workloads().proxy(workload) != Proxy.GATEWAY
            || !mesh.gateways().merged(workload).isEmpty();
    if (listens) {
      policies(workload);
    }
  }

  private void say(Workload workload, String fact) {
    facts.add(workload.qualifiedName() + " " + fact);
  }

  private Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    mesh.services().coveredBy("*").stream()
        .filter(service -> !service.isWildcard())
        .forEach(service -> hosts.add(service.host()));
    return hosts;
  }

  private void routes(Workload workload, SidecarScope scope) {
    for (String host : hosts()) {
      Set<Long> ports = new TreeSet<>();
      mesh.services()
          .withHost(host)
          .forEach(service -> service.ports().forEach(port -> ports.add(port.number())));
      for (long port : ports) {
        scope
            .resolve(host, port)
            .filter(found -> found.host().equals(host))
            .flatMap(found -> found.port(port))
            .filter(found -> found.protocol().isHttp())
            .ifPresent(
                found ->
                    say(workload, "route " + port + " " + host + by(scope.routing(host, port))));
      }
    }
  }

  private static String by(Optional<Routing> rules) {
    return rules
        .map(found -> " VirtualService " + found.namespace() + "/" + found.name())
        .orElse(" default");
  }

  // By their names, as istiod has them on Gateways, and on the hosts of Services.
  private void attached() {
    for (String kind : ApiRoute.KINDS) {
      for (RawManifest route : mesh.allRaw(GatewayApi.GROUP, kind)) {
        for (RouteAttachment attachment : mesh.gatewayApi().attachments(route)) {
          if (attachment.isOfMesh() && attachment.isFollowed()) {
            attachment.hosts().forEach(host -> attached(route, "mesh " + host));
          } else if (attachment.isAttached() && isOfIstio(attachment)) {
            String gateway = attachment.reference().qualifiedName();
            attachment.listeners().forEach(it -> attached(route, gateway + " " + it.name()));
          }
        }
      }
    }
  }

  private boolean isOfIstio(RouteAttachment attachment) {
    return attachment.parent().orElseThrow() instanceof RawManifest gateway
        && mesh.gatewayApi().isOfIstio(gateway);
  }

  private void attached(RawManifest route, String to) {
    facts.add(route.kindName() + " " + Names.qualified(route) + " attached " + to);
  }

  private void clusters(Workload workload, SidecarScope scope) {
    for (String host : hosts()) {
      Optional<MeshService> service =
          scope.cluster(host).filter(found -> found.host().equals(host));
      if (service.isPresent()) {
        Optional<AppliedDestinationRule> rule = scope.destinationRule(service.get());
        Set<String> subsets = new TreeSet<>();
        rule.stream()
            .flatMap(applied -> applied.subsets().stream())
            .map(DefinedSubset::subset)
            .filter(subset -> hasCluster(subset, service.get()))
            .forEach(subset -> subsets.add(subset.name()));
        say(
            workload,
            "cluster "
                + host
                + " "
                + orDash(subsets)
                + " "
                + rule.map(a -> "DestinationRule " + Names.qualified(a.first())).orElse("-"));
      }
    }
  }

  // Endpoints that DNS finds are a part of the cluster itself; istiod makes none without any.
  private static boolean hasCluster(Subset subset, MeshService service) {
    return !(service.manifest() instanceof ServiceEntry entry)
        || entry.resolution().filter(ResolutionFacts::asksDns).isEmpty()
        || entry.endpoints().stream()
            .anyMatch(
                endpoint -> endpoint.labels().entrySet().containsAll(subset.labels().entrySet()));
  }

  private static boolean asksDns(ServiceEntryResolution resolution) {
    return resolution == ServiceEntryResolution.DNS
        || resolution == ServiceEntryResolution.DNS_ROUND_ROBIN;
  }

  private static String orDash(Collection<String> names) {
    return names.isEmpty() ? "-" : String.join(",", names);
  }

  private void mutualTls(Workload workload) {
    EffectivePeerAuthentication peer = mesh.policies().peerAuthentication(workload);
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      for (MeshPort port : service.ports()) {
        long target = port.target(workload);
        say(workload, "mtls " + target + " " + peer.mode(target));
      }
    }
    peer.ofWorkload().map(PeerAuthentication::portLevelMtls).orElse(Map.of()).keySet().stream()
        .map(Long::valueOf)
        .forEach(port -> say(workload, "mtls " + port + " " + peer.mode(port)));
  }

  private void policies(Workload workload) {
    for (AuthorizationPolicy policy : mesh.policies().authorizationPolicies(workload)) {
      if (!policy.rules().isEmpty()) {
        say(
            workload,
            "access "
                + policy.action().orElse(AuthorizationAction.ALLOW)
                + " "
                + Names.qualified(policy));
      }
    }
    for (RequestAuthentication policy : mesh.policies().requestAuthentications(workload)) {
      for (JwtRule rule : policy.jwtRules()) {
        say(workload, "token " + rule.issuer().orElse(""));
      }
    }
  }

  private void gateway(Workload workload) {
    Map<String, Set<String>> served = new TreeMap<>();
    for (ServerOutcome outcome : mesh.gateways().merged(workload)) {
      if (!outcome.isDropped() && !outcome.routeName().isEmpty()) {
        List<Binding> bindings =
            mesh.gateways()
                .served(outcome.gateway(), outcome.server(), Set.of(workload.namespace()));
        for (Binding binding : bindings) {
          for (String host : binding.hosts()) {
            served
                .computeIfAbsent(outcome.routeName() + " " + host, key -> new TreeSet<>())
                .add("VirtualService " + Names.qualified(binding.service()));
          }
        }
      }
    }
    served.forEach(
        (host, by) ->
            say(workload, "serves " + host + " " + String.join(",", new ArrayList<>(by))));
  }
}
