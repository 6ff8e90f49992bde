package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What documents of the Gateway API refer to, and have in common. The kinds are not of the model;
 * their documents are read as they are.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/">Gateway API</a>
 */
public final class GatewayApi {

  /** The API group. */
  public static final String GROUP = "gateway.networking.k8s.io";

  /** The API group of Istio's own kinds of traffic, for example {@code ServiceEntry}. */
  public static final String ISTIO_GROUP = "networking.istio.io";

  /** The kinds that say where requests and connections go. */
  public static final List<String> ROUTES =
      List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");

  // As people write the group of Kubernetes' own kinds, whose name is empty.
  private static final Set<String> SLIPS_FOR_CORE = Set.of("core", "v1");

  private static final String CONTROLLER_PREFIX = "istio.io/";
  private static final String GATEWAY_CONTROLLER = "istio.io/gateway-controller";
  private static final String WAYPOINT_CONTROLLER = "istio.io/mesh-controller";
  private static final Map<String, String> CONTROLLERS =
      Map.of(
          "istio",
          GATEWAY_CONTROLLER,
          "istio-remote",
          "istio.io/unmanaged-gateway",
          "istio-waypoint",
          WAYPOINT_CONTROLLER,
          "istio-east-west",
          "istio.io/eastwest-controller");

  // The order in which istiod joins routes of requests: the oldest first, then by namespace and by
  // the name of what it makes of them.
  private static final Comparator<RawManifest> MERGING =
      Comparator.<RawManifest, Manifest>comparing(it -> it, Precedence.AGE)
          .thenComparing(Names::namespace)
          .thenComparing(it -> it.name() + "~")
          .thenComparing(RawManifest::kindName, Comparator.reverseOrder());

  private final MeshView mesh;

  GatewayApi(MeshView mesh) {
    this.mesh = mesh;
  }

  /** The Gateway of this name. */
  public Optional<RawManifest> gateway(String namespace, String name) {
    return mesh.findRaw(GROUP, "Gateway", namespace, name);
  }

  /** The manifests of a kind of the group in a namespace. */
  public List<RawManifest> in(String namespace, String kind) {
    return mesh.read(new Key(Index.KIND_NAMESPACE, Names.rawKind(GROUP, kind), namespace));
  }

  /**
   * The routes of all kinds that name a parent of this kind, namespace and name, of whatever group.
   */
  public List<RawManifest> routesOf(String parentKind, String namespace, String name) {
    return mesh.read(new Key(Index.GATEWAY_API, parent(parentKind, namespace, name)));
  }

  /** The routes of all kinds that lead to a host, or send copies there. */
  public List<RawManifest> routingTo(String host) {
    return mesh.read(new Key(Index.GATEWAY_API, backend(host)));
  }

  /**
   * What becomes of each parent of a route. Parents of groups other than Kubernetes', Istio's and
   * the Gateway API's are left out, and so are ListenerSets.
   */
  public List<RouteAttachment> attachments(RawManifest route) {
    return new RouteAttachments(mesh).of(new ApiRoute(route));
  }

  /** The routes that name a Gateway of the Gateway API, those that it refuses too. */
  public List<RouteAttachment> attachedTo(RawManifest gateway) {
    return attachedTo(GROUP, "Gateway", gateway);
  }

  /** The routes that name the Service or ServiceEntry of a service, those without effect too. */
  public List<RouteAttachment> attachedTo(MeshService service) {
    return service.isKubernetes()
        ? attachedTo("", "Service", service.manifest())
        : attachedTo(ISTIO_GROUP, "ServiceEntry", service.manifest());
  }

  /**
   * The routes between the mesh's own proxies for a host, as istiod puts them together: the
   * HTTPRoutes and GRPCRoutes of a namespace that name the same port, or none; and so the others.
   */
  public List<ApiRouting> routings(String host) {
    Map<List<Object>, List<RouteAttachment>> groups = new LinkedHashMap<>();
    for (MeshService service : mesh.services().withHost(host)) {
      for (RouteAttachment route : attachedTo(service)) {
        if (route.isFollowed()) {
          ApiRoute of = route.route();
          List<Object> key = List.of(of.namespace(), route.reference().port(), of.isOfRequests());
          groups.computeIfAbsent(key, it -> new ArrayList<>()).add(route);
        }
      }
    }
    List<ApiRouting> routings = new ArrayList<>();
    for (List<RouteAttachment> group : groups.values()) {
      group.sort(Comparator.comparing(it -> it.route().manifest(), MERGING));
      RouteAttachment first = group.get(0);
      long port = first.reference().port();
      routings.add(
          new ApiRouting(
              host,
              first.route().namespace(),
              port == 0 ? Optional.empty() : Optional.of(port),
              List.copyOf(group)));
    }
    return routings;
  }

  /**
   * The HTTPRoutes and GRPCRoutes that istiod joins for a host name of a listener, the oldest
   * first.
   *
   * @param hostname as it is written in them; {@code *} for those without
   */
  public List<RawManifest> merged(
      RawManifest gateway, ApiGateway.Listener listener, String hostname) {
    List<RawManifest> routes = new ArrayList<>();
    String key = requests(hostname, Names.qualified(gateway));
    for (RawManifest route : mesh.<RawManifest>read(new Key(Index.GATEWAY_API, key))) {
      for (RouteAttachment attachment : attachments(route)) {
        if (attachment.isAttached()
            && attachment.parent().filter(it -> it == gateway).isPresent()
            && attachment.listeners().contains(listener)) {
          routes.add(route);
          break;
        }
      }
    }
    routes.sort(MERGING);
    return routes;
  }

  private List<RouteAttachment> attachedTo(String group, String kind, Manifest parent) {
    String namespace = Names.namespace(parent);
    List<RawManifest> routes = routesOf(kind, namespace, parent.name());
    if (routes.isEmpty()) {
      return List.of();
    }
    return routes.stream()
        .filter(route -> ApiRoute.KINDS.contains(route.kindName()))
        .flatMap(route -> attachments(route).stream())
        .filter(
            attachment ->
                attachment.reference().is(group, kind)
                    && attachment.reference().namespace().equals(namespace)
                    && attachment.reference().name().equals(parent.name()))
        .toList();
  }

  /** True if a host is that of a Service that istiod makes for a Gateway. */
  public boolean isHostOfGateway(String host) {
    String suffix = ".svc." + Names.DOMAIN;
    int dot = host.indexOf('.');
    if (dot < 0 || !host.endsWith(suffix) || host.length() <= dot + suffix.length()) {
      return false;
    }
    List<RawManifest> gateways =
        in(host.substring(dot + 1, host.length() - suffix.length()), "Gateway");
    if (gateways.isEmpty()) {
      return false;
    }
    String name = host.substring(0, dot);
    return gateways.stream()
        .anyMatch(gateway -> new ApiGateway(gateway).deploymentName().equals(name));
  }

  /** The GatewayClass of a Gateway, where it is among the manifests. */
  public Optional<RawManifest> classOf(RawManifest gateway) {
    String name = new ApiGateway(gateway).className();
    return mesh.allRaw(GROUP, "GatewayClass").stream()
        .filter(found -> found.name().equals(name))
        .findFirst();
  }

  /**
   * The controller of a Gateway: that of its class, where the GatewayClass is among the manifests
   * or istiod has it by itself; empty where it is not known.
   */
  public String controllerOf(RawManifest gateway) {
    return classOf(gateway)
        .map(found -> Untyped.object(found.body(), "spec"))
        .map(spec -> Untyped.text(spec, "controllerName").orElse(""))
        .orElseGet(() -> CONTROLLERS.getOrDefault(new ApiGateway(gateway).className(), ""));
  }

  /** True if istiod makes a waypoint of a Gateway. */
  public boolean isWaypoint(RawManifest gateway) {
    return controllerOf(gateway).equals(WAYPOINT_CONTROLLER);
  }

  /** True if istiod gives routes to a Gateway. */
  public boolean isOfIstio(RawManifest gateway) {
    return controllerOf(gateway).equals(GATEWAY_CONTROLLER);
  }

  /**
   * True if a Gateway is of another controller than Istio's: the GatewayClass that it names says
   * so, or is not among the manifests and none that istiod has by itself.
   */
  public boolean isOfAnother(RawManifest gateway) {
    String name = new ApiGateway(gateway).className();
    return classOf(gateway).isPresent()
        ? !controllerOf(gateway).startsWith(CONTROLLER_PREFIX)
        : !name.isEmpty() && !ApiGateway.CLASSES.contains(name);
  }

  /**
   * True if istiod certainly has nothing to do with a route: it has no parents, or each is a
   * Gateway of another controller, of a group that Istio does not read, or a route to which the
   * same applies. A Gateway that is not among the manifests may be Istio's.
   */
  public boolean isLeftToOthers(RawManifest route) {
    return isLeftToOthers(route, new HashSet<>());
  }

  private boolean isLeftToOthers(RawManifest route, Set<RawManifest> seen) {
    if (!seen.add(route)) {
      return true; // parents in a circle lead to no Gateway
    }
    return new ApiRoute(route).parents().stream().allMatch(parent -> isLeftToOthers(parent, seen));
  }

  private boolean isLeftToOthers(ApiRoute.Reference parent, Set<RawManifest> seen) {
    if (!parent.group().equals(GROUP)) {
      return !parent.group().isEmpty()
          && !parent.group().equals(ISTIO_GROUP)
          && !SLIPS_FOR_CORE.contains(parent.group());
    }
    if (parent.kind().equals("Gateway")) {
      return gateway(parent.namespace(), parent.name()).filter(this::isOfAnother).isPresent();
    }
    return ROUTES.contains(parent.kind())
        && mesh.findRaw(GROUP, parent.kind(), parent.namespace(), parent.name())
            .filter(route -> isLeftToOthers(route, seen))
            .isPresent();
  }

  /** The Gateways that have a listener of this host name, port and protocol. */
  public List<RawManifest> listening(String hostname, long port, String protocol) {
    return mesh.read(new Key(Index.GATEWAY_API, listener(hostname, port, protocol)));
  }

  /** The Gateways that want this address. */
  public List<RawManifest> withAddress(String type, String value) {
    return mesh.read(new Key(Index.GATEWAY_API, address(type, value)));
  }

  /** Under what a document lies in the index. */
  static Set<String> keys(RawManifest manifest) {
    Set<String> keys = new LinkedHashSet<>();
    JsonObject spec = Untyped.object(manifest.body(), "spec");
    if (manifest.kindName().equals("Gateway")) {
      for (JsonObject listener : Untyped.objects(spec, "listeners")) {
        keys.add(
            listener(
                Untyped.text(listener, "hostname").orElse(""),
                Untyped.number(listener, "port").orElse(0L),
                Untyped.text(listener, "protocol").orElse("")));
      }
      for (JsonObject address : Untyped.objects(spec, "addresses")) {
        keys.add(
            address(
                Untyped.text(address, "type").orElse("IPAddress"),
                Untyped.text(address, "value").orElse("")));
      }
    } else if (ROUTES.contains(manifest.kindName())) {
      for (JsonObject parent : Untyped.objects(spec, "parentRefs")) {
        keys.add(
            parent(
                Untyped.text(parent, "kind").orElse("Gateway"),
                Untyped.text(parent, "namespace")
                    .filter(it -> !it.isEmpty())
                    .orElse(Names.namespace(manifest)),
                Untyped.text(parent, "name").orElse("")));
      }
      ApiRoute route = new ApiRoute(manifest);
      if (route.isOfRequests()) {
        for (ApiRoute.Reference parent : route.parents()) {
          if (parent.is(GROUP, "Gateway")) {
            for (String hostname : route.hostnamesOrAll()) {
              keys.add(requests(hostname, parent.qualifiedName()));
            }
          }
        }
      }
      for (ApiRoute.Reference backend : route.backends()) {
        keys.add(backend(backend.host()));
      }
    }
    return keys;
  }

  private static String backend(String host) {
    return "backend " + host;
  }

  private static String parent(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }

  private static String requests(String hostname, String gateway) {
    return "requests for " + hostname + " at " + gateway;
  }

  private static String listener(String hostname, long port, String protocol) {
    return "listener " + hostname + ":" + port + "/" + protocol;
  }

  private static String address(String type, String value) {
    return "address " + type + " " + value;
  }
}
