package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.MergedRoutes.DroppedRoute;
import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.mesh.MergedRoutes.Reason;
import com.policycortex.istio.model.networking.Delegate;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** VirtualServices as a mesh sees them. */
public final class VirtualServices {

  private static final List<String> SIDECARS = List.of(Names.MESH);

  private final MeshView mesh;

  VirtualServices(MeshView mesh) {
    this.mesh = mesh;
  }

  /** The gateways that apply it, as {@code namespace/name}; {@code mesh} for sidecars. */
  public static List<String> gateways(VirtualService service) {
    if (service.gateways().isEmpty()) {
      return SIDECARS;
    }
    String namespace = Names.namespace(service);
    return service.gateways().stream().map(name -> Names.gateway(name, namespace)).toList();
  }

  /** True if sidecars apply it: it names no gateway, or {@code mesh}. */
  public static boolean isForSidecars(VirtualService service) {
    return !isDelegate(service)
        && (service.gateways().isEmpty() || service.gateways().contains(Names.MESH));
  }

  /** True if sidecars apply it, and no gateway does. */
  public static boolean isForSidecarsAlone(VirtualService service) {
    return isForSidecars(service) && areMesh(service.gateways());
  }

  /** True if a list of names has none of a gateway. */
  public static boolean areMesh(List<String> gateways) {
    for (String gateway : gateways) {
      if (!gateway.equals(Names.MESH)) {
        return false;
      }
    }
    return true;
  }

  /** True if it has no hosts: others delegate to it, and nobody applies it by itself. */
  public static boolean isDelegate(VirtualService service) {
    return service.hosts().isEmpty();
  }

  /** Its hosts, short names expanded. */
  public static List<String> hosts(VirtualService service) {
    String namespace = Names.namespace(service);
    List<String> hosts = service.hosts();
    return hosts.size() == 1
        ? List.of(Names.host(hosts.get(0), namespace))
        : hosts.stream().map(host -> Names.host(host, namespace)).toList();
  }

  /** Those to which it delegates, as {@code namespace/name}. */
  public static List<String> delegates(VirtualService service) {
    Set<String> delegates = Set.of();
    for (HttpRoute rule : service.http()) {
      if (rule.delegate().isPresent()) {
        delegates = delegates.isEmpty() ? new LinkedHashSet<>() : delegates;
        delegates.add(delegate(rule.delegate().get(), service));
      }
    }
    return List.copyOf(delegates);
  }

  /** The VirtualService that a delegate of this one means, as {@code namespace/name}. */
  public static String delegate(Delegate delegate, VirtualService root) {
    return delegate.namespace().filter(name -> !name.isEmpty()).orElse(Names.namespace(root))
        + "/"
        + delegate.name().orElse("");
  }

  /** Who sees it, {@code .} resolved and MeshConfig's default applied. */
  public List<String> exportTo(VirtualService service) {
    List<String> written =
        service.exportTo().isEmpty()
            ? mesh.settings().defaultVirtualServiceExportTo()
            : service.exportTo();
    return Names.exportTo(written, Names.namespace(service));
  }

  /** True if it is exported to the namespace. */
  public boolean isVisible(VirtualService service, String namespace) {
    List<String> to = exportTo(service);
    return to.contains("*") || (!to.contains("~") && to.contains(namespace));
  }

  /**
   * The namespaces of the proxies that apply it, as far as one can say: its own for sidecars, and
   * those of the workloads of its gateways. What is exported to everybody is applied elsewhere too.
   */
  public Set<String> clientNamespaces(VirtualService service) {
    Set<String> namespaces = new TreeSet<>();
    if (service.hosts().isEmpty()) { // a delegate: those of who delegates to it
      delegatingTo(service).stream()
          .filter(root -> !root.hosts().isEmpty())
          .forEach(root -> namespaces.addAll(clientNamespaces(root)));
      if (!namespaces.isEmpty()) {
        return namespaces;
      }
    }
    for (String name : gateways(service)) {
      if (!name.equals(Names.MESH)) {
        mesh.find(Gateway.KIND, name)
            .ifPresent(
                gateway ->
                    mesh.workloads().selectEverywhere(gateway.selector()).stream()
                        .map(Workload::namespace)
                        .forEach(namespaces::add));
      }
    }
    if (isForSidecars(service) || namespaces.isEmpty()) {
      namespaces.add(Names.namespace(service));
    }
    return namespaces;
  }

  /** Those that have exactly this host, short names expanded; the deciding one first. */
  public List<VirtualService> withHost(String host) {
    return mesh.read(new Key(Index.ROUTED_HOST, Indexer.EVERYWHERE, host));
  }

  /** Those with a host that overlaps this one; each once, the deciding one first. */
  public List<VirtualService> overlapping(String host) {
    return mesh.overlapping(
        host,
        Index.ROUTED_HOST,
        Index.ROUTED_SUFFIX,
        Index.ROUTED_ODD_WILDCARD,
        VirtualService.KIND,
        service -> hosts(service).stream().anyMatch(own -> Hosts.overlap(own, host)));
  }

  /** Those that are bound to a gateway, given as {@code namespace/name} or {@code mesh}. */
  public List<VirtualService> boundTo(String gateway) {
    return mesh.read(new Key(Index.BOUND_GATEWAY, gateway));
  }

  /** Those that delegate to this one. */
  public List<VirtualService> delegatingTo(VirtualService delegate) {
    return mesh.read(new Key(Index.DELEGATE, Names.qualified(delegate)));
  }

  /**
   * The HTTP rules of a VirtualService with those of its delegates in their places. There is one
   * level: a delegate's own delegates are not looked at, so a circle ends after one step.
   */
  public MergedRoutes merged(VirtualService root) {
    List<MergedRoute> routes = new ArrayList<>();
    List<DroppedRoute> dropped = new ArrayList<>();
    for (int i = 0; i < root.http().size(); i++) {
      HttpRoute rule = root.http().get(i);
      if (rule.delegate().isEmpty()) {
        routes.add(new MergedRoute(rule, root, i, i));
      } else {
        merge(root, i, delegate(rule.delegate().get(), root), routes, dropped);
      }
    }
    return new MergedRoutes(routes, dropped);
  }

  private void merge(
      VirtualService root,
      int rootIndex,
      String name,
      List<MergedRoute> routes,
      List<DroppedRoute> dropped) {
    Optional<VirtualService> found = mesh.find(VirtualService.KIND, name);
    if (found.isEmpty()) {
      dropped.add(new DroppedRoute(Reason.MISSING, rootIndex, name, found, -1));
      return;
    }
    VirtualService delegate = found.get();
    if (!isDelegate(delegate)) {
      dropped.add(new DroppedRoute(Reason.HAS_HOSTS, rootIndex, name, found, -1));
      return;
    }
    List<String> to = exportTo(delegate);
    if (!to.contains("*") && !to.contains(Names.namespace(root))) {
      dropped.add(new DroppedRoute(Reason.NOT_EXPORTED, rootIndex, name, found, -1));
      return;
    }
    for (int i = 0; i < delegate.http().size(); i++) {
      Optional<HttpRoute> merged =
          Delegation.merge(root.http().get(rootIndex), delegate.http().get(i));
      if (merged.isPresent()) {
        routes.add(new MergedRoute(merged.get(), delegate, i, rootIndex));
      } else {
        dropped.add(new DroppedRoute(Reason.CONFLICT, rootIndex, name, found, i));
      }
    }
  }

  /** Those that route or mirror to this host, short names expanded. */
  public List<VirtualService> routingTo(String host) {
    return mesh.read(new Key(Index.DESTINATION, host));
  }

  /**
   * Those that sidecars of a namespace could apply to a host, in the order in which istiod looks:
   * the namespace's own private ones, those exported to it by name, public ones; each the oldest
   * first. The first with the host wins all of it.
   */
  public List<VirtualService> forSidecars(String host, String namespace) {
    List<VirtualService> own = new ArrayList<>();
    List<VirtualService> exported = new ArrayList<>();
    List<VirtualService> everybody = new ArrayList<>();
    for (VirtualService service : withHost(host)) {
      if (isForSidecars(service) && isVisible(service, namespace)) {
        if (exportTo(service).contains("*")) {
          everybody.add(service);
        } else {
          (Names.namespace(service).equals(namespace) ? own : exported).add(service);
        }
      }
    }
    own.addAll(exported);
    own.addAll(everybody);
    return own;
  }
}
