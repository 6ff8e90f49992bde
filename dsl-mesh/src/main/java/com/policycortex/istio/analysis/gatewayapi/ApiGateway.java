package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.LabelSelectors;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Gateway of the Gateway API, as far as checks read it.
 *
 * @param manifest its document
 */
record ApiGateway(RawManifest manifest) {

  /** The classes that istiod has by itself. */
  static final List<String> CLASSES =
      List.of("istio", "istio-remote", "istio-waypoint", "istio-east-west", "istio-agentgateway");

  /**
   * A listener.
   *
   * @param index its place in the list
   * @param name its name, to which routes refer as sectionName
   * @param hostname the hosts that it takes; empty for all
   * @param port its port
   * @param protocol {@code HTTP}, {@code HTTPS}, {@code TLS}, {@code TCP}
   * @param body its fields
   */
  record Listener(
      int index, String name, String hostname, long port, String protocol, JsonObject body) {

    /** Its field. */
    String path() {
      return "spec.listeners[" + index + "]";
    }

    /** True if it takes routes of this kind. */
    boolean takesKind(String kind) {
      List<JsonObject> kinds = Untyped.objects(Untyped.object(body, "allowedRoutes"), "kinds");
      if (!kinds.isEmpty()) {
        return kinds.stream()
            .anyMatch(allowed -> Untyped.text(allowed, "kind").equals(Optional.of(kind)));
      }
      return switch (protocol) {
        case "HTTP", "HTTPS" -> kind.equals("HTTPRoute") || kind.equals("GRPCRoute");
        case "TLS" -> kind.equals("TLSRoute") || kind.equals("TCPRoute");
        case "TCP" -> kind.equals("TCPRoute");
        default -> true;
      };
    }

    /**
     * True if it takes routes of a namespace; true too where the namespace's labels are unknown.
     */
    boolean takesNamespace(String namespace, String own, MeshView mesh) {
      JsonObject namespaces = Untyped.object(Untyped.object(body, "allowedRoutes"), "namespaces");
      return switch (Untyped.text(namespaces, "from").orElse("Same")) {
        case "All" -> true;
        case "Same" -> namespace.equals(own);
        case "None" -> false;
        default ->
            mesh.namespace(namespace)
                .map(
                    found -> {
                      Map<String, String> labels = new TreeMap<>(found.metadata().labels());
                      labels.put("kubernetes.io/metadata.name", namespace);
                      return LabelSelectors.matches(Untyped.object(namespaces, "selector"), labels);
                    })
                .orElse(true);
      };
    }
  }

  /** {@code spec.gatewayClassName}. */
  String className() {
    return Untyped.text(spec(), "gatewayClassName").orElse("");
  }

  /** True for a waypoint of ambient mode. */
  boolean isWaypoint() {
    return className().equals("istio-waypoint");
  }

  /** Its listeners. */
  List<Listener> listeners() {
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

  /** The addresses that it wants. */
  List<JsonObject> addresses() {
    return Untyped.objects(spec(), "addresses");
  }

  private JsonObject spec() {
    return Untyped.object(manifest.body(), "spec");
  }
}
