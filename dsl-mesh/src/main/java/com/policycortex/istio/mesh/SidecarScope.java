package com.policycortex.istio.mesh;

import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicyMode;
import com.policycortex.istio.model.networking.IstioEgressListener;
import com.policycortex.istio.model.networking.OutboundTrafficPolicyMode;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.SidecarPort;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the proxies of some workloads know of the mesh: what is exported to them and imported. */
public final class SidecarScope {

  private static final List<EgressHost> EVERYTHING = List.of(new EgressHost(false, "*", "*"));

  private final MeshView mesh;
  private final String namespace;
  private final Map<String, String> labels;
  private final Optional<Sidecar> sidecar;
  private final List<Listener> listeners;

  /**
   * An egress listener.
   *
   * @param index its place in {@code spec.egress}; -1 where the Sidecar, if any, says nothing
   * @param port the port that it is for; absent for all others
   * @param hosts what it imports and excludes
   */
  public record Listener(int index, Optional<Long> port, List<EgressHost> hosts) {

    /** True if it imports a service that is exported to the namespace. */
    public boolean imports(MeshService service) {
      return covers(service.namespace(), service.host())
          && (port.isEmpty() || service.port(port.get()).isPresent());
    }

    private boolean covers(String ofNamespace, String host) {
      boolean imported = false;
      for (EgressHost entry : hosts) {
        if (entry.covers(ofNamespace, host)) {
          if (entry.excludes()) {
            return false;
          }
          imported = true;
        }
      }
      return imported;
    }

    private boolean imports(VirtualService service, String host) {
      return imports(Names.namespace(service), host);
    }

    private boolean imports(String of, String host) {
      boolean imported = false;
      for (EgressHost entry : hosts) {
        if (entry.excludes() ? entry.covers(of, host) : entry.overlaps(of, host)) {
          if (entry.excludes()) {
            return false;
          }
          imported = true;
        }
      }
      return imported;
    }
  }

  SidecarScope(
      MeshView mesh, String namespace, Map<String, String> labels, Optional<Sidecar> sidecar) {
    this.mesh = mesh;
    this.namespace = namespace;
    this.labels = labels;
    this.sidecar = sidecar;
    this.listeners = listeners(namespace, sidecar);
  }

  private static List<Listener> listeners(String namespace, Optional<Sidecar> sidecar) {
    List<IstioEgressListener> egress = sidecar.map(Sidecar::egress).orElse(List.of());
    if (egress.isEmpty()) {
      return List.of(new Listener(-1, Optional.empty(), EVERYTHING));
    }
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < egress.size(); i++) {
      Optional<Long> port = egress.get(i).port().flatMap(SidecarPort::number);
      List<EgressHost> hosts =
          egress.get(i).hosts().stream().map(host -> EgressHost.of(host, namespace)).toList();
      listeners.add(new Listener(i, port, hosts));
    }
    return List.copyOf(listeners);
  }

  /** The Sidecar that says it; absent where none does and everything exported is known. */
  public Optional<Sidecar> sidecar() {
    return sidecar;
  }

  /** The namespace of the workloads. */
  public String namespace() {
    return namespace;
  }

  /** The egress listeners; without a Sidecar one that imports everything. */
  public List<Listener> listeners() {
    return listeners;
  }

  /**
   * The egress listener for a port of services: the first that names it, else the last that names
   * none. Where only other ports are named, there is none.
   */
  public Optional<Listener> listener(long port) {
    Optional<Listener> named =
        listeners.stream()
            .filter(listener -> listener.port().equals(Optional.of(port)))
            .findFirst();
    return named.isPresent()
        ? named
        : listeners.stream()
            .filter(listener -> listener.port().isEmpty())
            .reduce((first, second) -> second);
  }

  /** True if a service is exported to the namespace and some listener imports it. */
  public boolean imports(MeshService service) {
    return mesh.services().isVisible(service, namespace)
        && listeners.stream().anyMatch(listener -> listener.imports(service));
  }

  /**
   * True if sidecars apply a VirtualService: it is for them, exported to the namespace, and some
   * listener imports one of its hosts. The namespace of an egress host is compared with that of the
   * VirtualService, not with that of the service it is about.
   */
  public boolean imports(VirtualService service) {
    return VirtualServices.isForSidecars(service)
        && mesh.virtualServices().isVisible(service, namespace)
        && listeners.stream().anyMatch(listener -> imports(listener, service));
  }

  private static boolean imports(Listener listener, VirtualService service) {
    return VirtualServices.hosts(service).stream()
        .anyMatch(host -> listener.imports(service, host));
  }

  /**
   * The service that a host means: of those imported with the host the one of the namespace itself,
   * else a Kubernetes Service, else one that is not exported to all, else the oldest; else the most
   * specific wildcard.
   */
  public Optional<MeshService> resolve(String host) {
    return mesh.services().resolve(host, namespace, this::imports);
  }

  /** The same for requests to a port: only what the egress listener of the port imports counts. */
  public Optional<MeshService> resolve(String host, long port) {
    return listener(port)
        .flatMap(
            listener ->
                mesh.services()
                    .resolve(
                        host,
                        namespace,
                        service ->
                            mesh.services().isVisible(service, namespace)
                                && listener.imports(service)));
  }

  /**
   * True if the proxies have a cluster for a host: it is imported, or a VirtualService that they
   * apply leads there.
   */
  public boolean knows(String host) {
    return cluster(host).isPresent();
  }

  /**
   * The service behind the proxies' cluster for a host: what {@link #resolve(String)} says, else
   * where a VirtualService leads that they apply. In that case a service of the namespace itself
   * counts even if it is not exported to it.
   */
  public Optional<MeshService> cluster(String host) {
    Optional<MeshService> imported = resolve(host);
    if (imported.isPresent()) {
      return imported;
    }
    List<VirtualService> leading = mesh.virtualServices().routingTo(host);
    List<RawManifest> routes = mesh.gatewayApi().routingTo(host);
    return listeners.stream()
        .filter(
            listener ->
                leading.stream().anyMatch(service -> follows(service, listener))
                    || routes.stream().anyMatch(route -> follows(route, listener)))
        .flatMap(listener -> destination(host, listener).stream())
        .findFirst();
  }

  private Optional<MeshService> destination(String host, Listener listener) {
    return mesh.services()
        .resolve(
            host,
            namespace,
            service ->
                service.namespace().equals(namespace)
                    || mesh.services().isVisible(service, namespace))
        .filter(
            service ->
                listener.port().isEmpty() || service.port(listener.port().get()).isPresent());
  }

  // By a rule of its own, or by that of a root that delegates to it.
  private boolean follows(VirtualService service, Listener listener) {
    return VirtualServices.isDelegate(service)
        ? mesh.virtualServices().delegatingTo(service).stream()
            .filter(root -> imports(root) && imports(listener, root))
            .anyMatch(
                root ->
                    mesh.virtualServices().merged(root).routes().stream()
                        .anyMatch(route -> route.source() == service))
        : imports(service) && imports(listener, service);
  }

  private boolean follows(RawManifest route, Listener listener) {
    return mesh.gatewayApi().attachments(route).stream()
        .filter(it -> it.isOfMesh() && it.isFollowed())
        .anyMatch(
            it ->
                isVisible(it.route().namespace())
                    && it.hosts().stream()
                        .anyMatch(host -> listener.imports(it.route().namespace(), host)));
  }

  /**
   * The VirtualService whose rules apply to requests for a host; absent where there is none. One
   * with the host itself comes before those with a wildcard over it, of which the most specific
   * counts. One without rules for HTTP, or whose delegates leave none, counts for nothing; but one
   * with the host itself keeps wildcards away even so.
   */
  public Optional<VirtualService> virtualService(String host) {
    return virtualService(host, this::imports);
  }

  /** The same for requests to a port: only what the egress listener of the port imports counts. */
  public Optional<VirtualService> virtualService(String host, long port) {
    return listener(port)
        .flatMap(
            listener ->
                virtualService(host, service -> imports(service) && imports(listener, service)));
  }

  /**
   * Whose rules apply to requests for a host and port: the VirtualService of {@link
   * #virtualService(String, long)}, or routes of the Gateway API. Routes of the proxies' own
   * namespace come first among what everybody sees; all others are taken by age. Those of a third
   * namespace, which is neither the proxies' nor the service's, apply to nothing.
   */
  public Optional<Routing> routing(String host, long port) {
    List<ApiRouting> routings = mesh.gatewayApi().routings(host);
    Optional<Listener> listener = listener(port);
    if (routings.isEmpty() || listener.isEmpty()) {
      return virtualService(host, port).map(Routing::of);
    }
    List<Routing> candidates = new ArrayList<>();
    mesh.virtualServices().forSidecars(host, namespace).stream()
        .filter(it -> imports(it) && imports(listener.get(), it))
        .forEach(it -> candidates.add(Routing.of(it)));
    routings.stream()
        .filter(it -> isVisible(it.namespace()) && listener.get().imports(it.namespace(), host))
        .forEach(it -> candidates.add(Routing.of(it)));
    if (candidates.isEmpty()) {
      return virtualService(host, port).map(Routing::of);
    }
    candidates.sort(Comparator.comparing(this::rank).thenComparing(Routing.ORDER));
    Optional<String> owner = resolve(host, port).map(MeshService::namespace);
    return candidates.stream().filter(it -> applies(it, owner, port)).findFirst();
  }

  private boolean applies(Routing routing, Optional<String> owner, long port) {
    return routing.virtualService().map(this::routesRequests).orElse(true)
        && routing
            .apiRouting()
            .map(
                it ->
                    it.isOfRequests()
                        && (it.port().isEmpty() || it.port().get() == port)
                        && (it.namespace().equals(namespace)
                            || owner.equals(Optional.of(it.namespace()))))
            .orElse(true);
  }

  // What is private, what is exported by name, what everybody sees; own routes first among each.
  private int rank(Routing routing) {
    List<String> to = exportTo(routing);
    boolean own = routing.namespace().equals(namespace);
    int visibility = to.contains("*") ? 2 : own ? 0 : 1;
    return 2 * visibility + (own && routing.apiRouting().isPresent() ? 0 : 1);
  }

  private List<String> exportTo(Routing routing) {
    return routing
        .virtualService()
        .map(mesh.virtualServices()::exportTo)
        .orElseGet(() -> exportTo(routing.namespace()));
  }

  // Routes of the Gateway API have no exportTo; MeshConfig's default is theirs.
  private List<String> exportTo(String ofNamespace) {
    return Names.exportTo(mesh.settings().defaultVirtualServiceExportTo(), ofNamespace);
  }

  private boolean isVisible(String ofNamespace) {
    List<String> to = exportTo(ofNamespace);
    return to.contains("*") || (!to.contains("~") && to.contains(namespace));
  }

  private Optional<VirtualService> virtualService(String host, Predicate<VirtualService> isKnown) {
    List<VirtualService> exact = known(host, isKnown);
    if (!exact.isEmpty()) {
      return exact.stream().filter(this::routesRequests).findFirst();
    }
    return mesh.virtualServices().overlapping(host).stream()
        .flatMap(service -> VirtualServices.hosts(service).stream())
        .filter(over -> Hosts.isWildcard(over) && Hosts.covers(host, over))
        .distinct()
        .sorted(Names::compareSpecificity)
        .flatMap(over -> known(over, isKnown).stream())
        .findFirst()
        .filter(this::routesRequests);
  }

  private List<VirtualService> known(String host, Predicate<VirtualService> isKnown) {
    return mesh.virtualServices().forSidecars(host, namespace).stream().filter(isKnown).toList();
  }

  private boolean routesRequests(VirtualService service) {
    return !mesh.virtualServices().merged(service).routes().isEmpty();
  }

  /** What applies of the DestinationRules to connections to a service. */
  public Optional<AppliedDestinationRule> destinationRule(MeshService service) {
    return mesh.destinationRules().forClient(labels, namespace, service);
  }

  /**
   * What happens to traffic for unknown hosts. A Sidecar that sets the field without a mode means
   * REGISTRY_ONLY, whatever MeshConfig says.
   */
  public MeshOutboundTrafficPolicyMode outboundTrafficPolicy() {
    return sidecar
        .flatMap(Sidecar::outboundTrafficPolicy)
        .map(own -> of(own.mode().orElse(OutboundTrafficPolicyMode.REGISTRY_ONLY)))
        .orElseGet(() -> mesh.settings().outboundTrafficPolicy());
  }

  // A Sidecar has one mode less than MeshConfig.
  private static MeshOutboundTrafficPolicyMode of(OutboundTrafficPolicyMode mode) {
    return switch (mode) {
      case REGISTRY_ONLY -> MeshOutboundTrafficPolicyMode.REGISTRY_ONLY;
      case ALLOW_ANY -> MeshOutboundTrafficPolicyMode.ALLOW_ANY;
    };
  }
}
