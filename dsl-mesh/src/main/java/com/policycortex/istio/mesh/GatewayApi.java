package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
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

  /** The kinds that say where requests and connections go. */
  public static final List<String> ROUTES =
      List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");

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

  /** The routes of all kinds that name a parent. */
  public List<RawManifest> routesOf(String parentKind, String namespace, String name) {
    return mesh.read(new Key(Index.GATEWAY_API, parent(parentKind, namespace, name)));
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
                Untyped.text(parent, "namespace").orElse(Names.namespace(manifest)),
                Untyped.text(parent, "name").orElse("")));
      }
    }
    return keys;
  }

  private static String parent(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }

  private static String listener(String hostname, long port, String protocol) {
    return "listener " + hostname + ":" + port + "/" + protocol;
  }

  private static String address(String type, String value) {
    return "address " + type + " " + value;
  }
}
