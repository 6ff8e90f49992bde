package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.untyped.LabelSelectors;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.validation.Hosts;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A Gateway of the Gateway API, as far as the library reads it.
 *
 * @param manifest its document
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#gateway">Gateway</a>
 */
public record ApiGateway(RawManifest manifest) {

  /** The classes that istiod has by itself. */
  public static final List<String> CLASSES =
      List.of("istio", "istio-remote", "istio-waypoint", "istio-east-west", "istio-agentgateway");

  private static final List<String> HTTP = List.of("HTTPRoute", "GRPCRoute");
  private static final List<String> PACKETS = List.of("TCP", "UDP");
  private static final String HOST = "host";
  private static final String PACKET = "packets";
  // The port itself, to protocols that are known.
  private static final String KNOWN = "known";
  private static final List<String> NAMED = List.of("HTTP", "HTTPS", "TLS");
  // What routes connections once TLS is ended.
  private static final String CONNECTIONS = "TCPRoute";

  /**
   * A listener.
   *
   * @param index its place in the list, from 0
   * @param name its name, to which routes refer as sectionName
   * @param hostname the hosts that it takes; empty for all
   * @param port its port
   * @param protocol {@code HTTP}, {@code HTTPS}, {@code TLS}, {@code TCP}, or another
   * @param body its fields
   */
  public record Listener(
      int index, String name, String hostname, long port, String protocol, JsonObject body) {

    /** Its field. */
    public String path() {
      return "spec.listeners[" + index + "]";
    }

    /** True if it takes routes of this kind: its protocol does, and allowedRoutes lets them. */
    public boolean takesKind(String kind) {
      List<JsonObject> kinds = Untyped.objects(Untyped.object(body, "allowedRoutes"), "kinds");
      boolean allowed =
          kinds.isEmpty()
              || kinds.stream()
                  .anyMatch(
                      it ->
                          Untyped.text(it, "kind").equals(Optional.of(kind))
                              && Untyped.text(it, "group")
                                  .orElse(GatewayApi.GROUP)
                                  .equals(GatewayApi.GROUP));
      return allowed && supports(kind);
    }

    private boolean supports(String kind) {
      return switch (protocol) {
        case "HTTP", "HTTPS" -> HTTP.contains(kind);
        case "TLS" -> kind.equals("TLSRoute") || (kind.equals(CONNECTIONS) && endsTls());
        case "TCP" -> kind.equals(CONNECTIONS);
        case "UDP", "HBONE" -> false;
        default -> true; // of another controller, whose rules are not known
      };
    }

    /** True if it ends TLS itself, as it does where no mode is written. */
    public boolean endsTls() {
      return Untyped.text(Untyped.object(body, "tls"), "mode")
          .orElse("Terminate")
          .equals("Terminate");
    }

    /**
     * True if it takes routes of a namespace; true too where the namespace's labels are unknown.
     *
     * @param own the namespace of its Gateway
     */
    public boolean takesNamespace(String namespace, String own, MeshView mesh) {
      JsonObject namespaces = Untyped.object(Untyped.object(body, "allowedRoutes"), "namespaces");
      return switch (Untyped.text(namespaces, "from").orElse("Same")) {
        case "All" -> true;
        case "Same" -> namespace.equals(own);
        case "None" -> false;
        default ->
            mesh.namespace(namespace)
                .map(
                    found ->
                        LabelSelectors.matches(
                            Untyped.object(namespaces, "selector"), labels(found)))
                .orElse(true);
      };
    }

    private static Map<String, String> labels(Namespace namespace) {
      Map<String, String> labels = new TreeMap<>(namespace.metadata().labels());
      labels.put("kubernetes.io/metadata.name", namespace.name());
      return labels;
    }

    /** {@code http: port 80 HTTP, *.example.com}. */
    @Override
    public String toString() {
      return name
          + ": port "
          + port
          + " "
          + protocol
          + ", "
          + (hostname.isEmpty() ? "all hosts" : hostname);
    }
  }

  /** {@code spec.gatewayClassName}. */
  public String className() {
    return Untyped.text(spec(), "gatewayClassName").orElse("");
  }

  /** True for a waypoint of ambient mode. */
  public boolean isWaypoint() {
    return className().contains("waypoint");
  }

  /**
   * The name of the Deployment and Service that istiod makes for it, unless it is for a Service
   * that is there already.
   */
  public String deploymentName() {
    return manifest
        .metadata()
        .annotations()
        .getOrDefault("gateway.istio.io/name-override", defaultName());
  }

  /**
   * The service account as which the pods run that istiod makes for it; empty where it is for pods
   * that are there already, which run as they say.
   */
  public Optional<String> serviceAccount() {
    return isManaged()
        ? Optional.of(
            manifest
                .metadata()
                .annotations()
                .getOrDefault("gateway.istio.io/service-account", defaultName()))
        : Optional.empty();
  }

  private boolean isManaged() {
    List<JsonObject> addresses = addresses();
    return addresses.isEmpty()
        || (addresses.size() == 1
            && Untyped.text(addresses.get(0), "type").orElse("IPAddress").equals("IPAddress"));
  }

  private String defaultName() {
    boolean plain = !className().equals("istio") && CLASSES.contains(className());
    return plain || isWaypoint() ? manifest.name() : manifest.name() + "-" + className();
  }

  /** Its listeners. */
  public List<Listener> listeners() {
    List<Listener> all = new ArrayList<>();
    List<JsonObject> listeners = Untyped.objects(spec(), "listeners");
    for (int i = 0; i < listeners.size(); i++) {
      JsonObject body = listeners.get(i);
      all.add(
          new Listener(
              i,
              Untyped.text(body, "name").orElse(""),
              Untyped.text(body, "hostname").orElse(""),
              Untyped.number(body, "port").orElse(0L),
              Untyped.text(body, "protocol").orElse(""),
              body));
    }
    return all;
  }

  /**
   * Of each listener that another keeps away its index, and the one before it that does: istiod
   * leaves out the second of two on a port that it cannot tell apart by their hosts.
   */
  // listenersDistinct of istiod's pilot/pkg/config/kube/gatewaycommon/listener_conflict.go
  public Map<Integer, Listener> conflicts() {
    Map<Integer, Listener> conflicts = new HashMap<>();
    Map<List<?>, Listener> accepted = new HashMap<>();
    for (Listener listener : listeners()) {
      Optional<Listener> first =
          rivals(listener).stream().map(accepted::get).filter(Objects::nonNull).findFirst();
      if (first.isPresent()) {
        conflicts.put(listener.index(), first.get());
      } else {
        claims(listener).forEach(claim -> accepted.put(claim, listener));
      }
    }
    return conflicts;
  }

  // What an accepted listener has of its port.
  private static List<List<?>> claims(Listener listener) {
    if (NAMED.contains(listener.protocol())) {
      return List.of(
          List.of(listener.port(), HOST, listener.hostname()), List.of(listener.port(), KNOWN));
    }
    return PACKETS.contains(listener.protocol())
        ? List.of(List.of(listener.port(), PACKET), List.of(listener.port(), KNOWN))
        : rivals(listener);
  }

  // What of its port no other may have. TCP and UDP have no host names to tell them apart by.
  private static List<List<?>> rivals(Listener listener) {
    if (NAMED.contains(listener.protocol())) {
      return List.of(
          List.of(listener.port(), HOST, listener.hostname()), List.of(listener.port(), PACKET));
    }
    return PACKETS.contains(listener.protocol())
        ? List.of(List.of(listener.port(), KNOWN))
        : List.of(List.of(listener.port(), "protocol", listener.protocol()));
  }

  /** The listeners that no other keeps away. */
  public List<Listener> accepted() {
    Set<Integer> conflicts = conflicts().keySet();
    return listeners().stream().filter(it -> !conflicts.contains(it.index())).toList();
  }

  /**
   * True if a listener serves requests for a host of a route. Another listener of the port and
   * protocol with a more exact host that covers it keeps it away, whatever routes that one takes.
   *
   * @param accepted the listeners of the Gateway that no other keeps away
   */
  public static boolean serves(Listener listener, String host, List<Listener> accepted) {
    String own = listener.hostname();
    if (!own.isEmpty() && !Hosts.overlap(host, own)) {
      return false;
    }
    if (!own.isEmpty() && !Hosts.isWildcard(own)) {
      return true;
    }
    return accepted.stream()
        .filter(it -> it.port() == listener.port() && it.protocol().equals(listener.protocol()))
        .map(Listener::hostname)
        .filter(it -> !it.isEmpty() && !it.equals(own) && it.length() >= own.length())
        .noneMatch(it -> Hosts.covers(host, it));
  }

  /** The addresses that it wants. */
  public List<JsonObject> addresses() {
    return Untyped.objects(spec(), "addresses");
  }

  private JsonObject spec() {
    return Untyped.object(manifest.body(), "spec");
  }
}
