package com.policycortex.istio.mesh;

import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gateways: on which workloads they are, and which VirtualServices they serve. */
public final class Gateways {

  private final MeshView mesh;

  Gateways(MeshView mesh) {
    this.mesh = mesh;
  }

  /**
   * The workloads that a Gateway configures, in any namespace. Without a selector it is for every
   * gateway there is; those are found by what their manifests say they are.
   */
  public List<Workload> workloads(Gateway gateway) {
    return gateway.selector().isEmpty()
        ? mesh.workloads().all().stream().filter(Injection::isGateway).toList()
        : mesh.workloads().selectEverywhere(gateway.selector());
  }

  /** The Gateways that configure a workload, in the order in which istiod merges them. */
  public List<Gateway> of(Workload workload) {
    List<Gateway> selecting = mesh.selecting(workload, Indexer.EVERYWHERE, Gateway.KIND);
    return Injection.isGateway(workload)
        ? selecting
        : selecting.stream().filter(gateway -> !gateway.selector().isEmpty()).toList();
  }

  /** The Gateways whose selector is the same as this one's, and itself. */
  public List<Gateway> withSelectorOf(Gateway gateway) {
    return mesh
        .<Gateway>read(
            new Key(
                Index.SELECTOR,
                Gateway.KIND.name(),
                Indexer.EVERYWHERE,
                Selectors.telling(gateway.selector())))
        .stream()
        .filter(other -> other.selector().equals(gateway.selector()))
        .toList();
  }

  /** The Gateways with a server for exactly this host on the port, whoever may bind to it. */
  public List<Gateway> serving(long port, String host) {
    return mesh.read(new Key(Index.GATEWAY_SERVER, Long.toString(port), host));
  }

  /**
   * True if every workload of the second Gateway is one of the first: it asks for the same labels,
   * or for fewer.
   */
  public static boolean covers(Gateway general, Gateway gateway) {
    return Selectors.hasAll(gateway.selector(), general.selector());
  }

  /** The Gateways with a server that names this credential. */
  public List<Gateway> withCredential(String credentialName) {
    return mesh.read(new Key(Index.GATEWAY_CREDENTIAL, credentialName));
  }

  /** The credentials that a server names. */
  public static List<String> credentials(Server server) {
    return server
        .tls()
        .map(
            tls ->
                Stream.concat(tls.credentialName().stream(), tls.credentialNames().stream())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  /**
   * True if a gateway that the VirtualService names has a server for the host, or is not among the
   * manifests, so that nobody knows.
   *
   * @param host one of its hosts, short names expanded
   */
  public boolean mayServe(VirtualService service, String host) {
    String namespace = Names.namespace(service);
    return VirtualServices.gateways(service).stream()
        .filter(name -> !name.equals(Names.MESH))
        .anyMatch(
            name ->
                mesh.find(Gateway.KIND, name)
                    .map(gateway -> serves(gateway, namespace, host))
                    .orElse(true));
  }

  private static boolean serves(Gateway gateway, String namespace, String host) {
    return gateway.servers().stream()
        .flatMap(server -> ServerHost.of(gateway, server).stream())
        .anyMatch(served -> served.serves(namespace, host));
  }

  /** The namespaces of its workloads. */
  public Set<String> namespaces(Gateway gateway) {
    Set<String> namespaces = new TreeSet<>();
    workloads(gateway).forEach(workload -> namespaces.add(workload.namespace()));
    return namespaces;
  }

  /** The Kubernetes Services in front of its workloads. */
  public List<MeshService> services(Gateway gateway) {
    Set<MeshService> services = new LinkedHashSet<>();
    workloads(gateway).forEach(workload -> services.addAll(mesh.workloads().servicesOf(workload)));
    return List.copyOf(services);
  }

  /** The ports of its workloads on which a server listens, by the Services in front of them. */
  public List<ListenPort> listenPorts(Server server, Workload workload) {
    return listenPorts(server.port().number(), workload);
  }

  /** The same for a server of this number. */
  public List<ListenPort> listenPorts(long number, Workload workload) {
    List<ListenPort> ports = new ArrayList<>();
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      boolean translated =
          service.manifest() instanceof Service
              && !service.manifest().metadata().labels().containsKey(ListenPort.NO_TRANSLATION);
      Optional<MeshPort> port = service.port(number);
      if (translated && port.isPresent()) {
        ports.add(new ListenPort(port.get().target(workload), Optional.of(service)));
        break; // as istiod does: the first that has the port
      }
    }
    if (ports.isEmpty()) {
      ports.add(new ListenPort(number, Optional.empty()));
    }
    return ports;
  }

  /**
   * A port on which a gateway listens.
   *
   * @param number the port of the workload
   * @param service the Service whose port leads there; absent if the server's number itself is
   *     meant
   */
  public record ListenPort(long number, Optional<MeshService> service) {
    /** The label of a Service that is not asked which port is meant. */
    static final String NO_TRANSLATION = "experimental.istio.io/disable-gateway-port-translation";
  }

  /** What becomes of the servers of all Gateways of a workload, in the order of istiod. */
  public List<ServerOutcome> merged(Workload workload) {
    GatewayMerge merge = new GatewayMerge();
    for (Gateway gateway : of(workload)) {
      for (int i = 0; i < gateway.servers().size(); i++) {
        for (ListenPort port : listenPorts(gateway.servers().get(i), workload)) {
          merge.add(gateway, i, port.number());
        }
      }
    }
    return merge.outcomes();
  }

  /** True if a server terminates TLS, so that HTTP in it is routed by requests. */
  public static boolean terminates(Server server) {
    return GatewayMerge.terminates(server);
  }

  /** A VirtualService that a server serves, with the hosts that both have. */
  public record Binding(VirtualService service, List<String> hosts) {}

  /**
   * The VirtualServices that a server serves: bound to the Gateway, exported to a namespace of its
   * workloads, with a host of the server, and where it looks into requests with a rule for them.
   */
  public List<Binding> served(Gateway gateway, Server server) {
    return served(gateway, server, namespaces(gateway));
  }

  /** The same on workloads of these namespaces; of none, whoever sees them. */
  public List<Binding> served(Gateway gateway, Server server, Set<String> namespaces) {
    List<ServerHost> hosts = ServerHost.of(gateway, server);
    List<Binding> bindings = new ArrayList<>();
    for (VirtualService service : mesh.virtualServices().boundTo(Names.qualified(gateway))) {
      List<String> common = common(hosts, service);
      boolean visible =
          namespaces.isEmpty()
              || namespaces.stream()
                  .anyMatch(name -> mesh.virtualServices().isVisible(service, name));
      boolean routes =
          GatewayMerge.route(gateway, server, 0).isEmpty()
              || !mesh.virtualServices().merged(service).routes().isEmpty();
      if (!common.isEmpty() && visible && routes) {
        bindings.add(new Binding(service, common));
      }
    }
    return List.copyOf(bindings);
  }

  /** The hosts of a VirtualService that a server's hosts let through: of each pair the narrower. */
  public static List<String> common(List<ServerHost> hosts, VirtualService service) {
    Set<String> common = new LinkedHashSet<>();
    String namespace = Names.namespace(service);
    for (ServerHost server : hosts) {
      for (String host : VirtualServices.hosts(service)) {
        if (server.serves(namespace, host)) {
          common.add(Hosts.covers(server.host(), host) ? server.host() : host);
        }
      }
    }
    return List.copyOf(common);
  }
}
