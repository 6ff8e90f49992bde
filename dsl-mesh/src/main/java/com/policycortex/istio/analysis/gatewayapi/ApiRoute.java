package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTPRoute, GRPCRoute, TLSRoute or TCPRoute, as far as checks read it.
 *
 * @param manifest its document
 */
record ApiRoute(RawManifest manifest) {

  /** The kinds that are read. */
  static final List<String> KINDS = List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute");

  /**
   * Something that a route names.
   *
   * @param path the field of the reference
   * @param group its API group
   * @param kind its kind
   * @param namespace its namespace
   * @param name its name
   * @param section the listener; empty for all
   * @param port the port; 0 for none
   */
  record Reference(
      String path,
      String group,
      String kind,
      String namespace,
      String name,
      String section,
      long port) {

    /** {@code namespace/name}. */
    String qualifiedName() {
      return namespace + "/" + name;
    }
  }

  /** Its namespace. */
  String namespace() {
    return Names.namespace(manifest);
  }

  /** Its hosts; empty for those of the listener. */
  List<String> hostnames() {
    return Untyped.texts(spec(), "hostnames");
  }

  /** What it is attached to. */
  List<Reference> parents() {
    return references(spec(), "spec", "parentRefs", GatewayApi.GROUP, "Gateway");
  }

  /** The listeners of a Gateway that a parent means. */
  List<ApiGateway.Listener> listeners(Reference parent, RawManifest gateway) {
    return new ApiGateway(gateway)
        .listeners().stream()
            .filter(it -> parent.section().isEmpty() || it.name().equals(parent.section()))
            .filter(it -> parent.port() == 0 || it.port() == parent.port())
            .toList();
  }

  /** What a parent says of the listener, to be read behind the word. */
  String named(Reference parent) {
    return (parent.section().isEmpty() ? "" : " " + parent.section())
        + (parent.port() == 0 ? "" : " of port " + parent.port());
  }

  /** Where its rules lead: the backends, and those that get copies. */
  List<Reference> backends() {
    List<Reference> all = new ArrayList<>();
    List<JsonObject> rules = Untyped.objects(spec(), "rules");
    for (int i = 0; i < rules.size(); i++) {
      String path = "spec.rules[" + i + "]";
      all.addAll(references(rules.get(i), path, "backendRefs", "", "Service"));
      List<JsonObject> filters = Untyped.objects(rules.get(i), "filters");
      for (int j = 0; j < filters.size(); j++) {
        JsonObject mirror = Untyped.object(filters.get(j), "requestMirror");
        JsonObject backend = Untyped.object(mirror, "backendRef");
        if (!backend.fields().isEmpty()) {
          String at = path + ".filters[" + j + "].requestMirror.backendRef";
          all.add(reference(backend, at, "", "Service"));
        }
      }
    }
    return all;
  }

  private List<Reference> references(
      JsonObject in, String path, String field, String group, String kind) {
    List<Reference> all = new ArrayList<>();
    List<JsonObject> references = Untyped.objects(in, field);
    for (int i = 0; i < references.size(); i++) {
      all.add(reference(references.get(i), path + "." + field + "[" + i + "]", group, kind));
    }
    return all;
  }

  private Reference reference(JsonObject body, String path, String group, String kind) {
    return new Reference(
        path,
        Untyped.text(body, "group").orElse(group),
        Untyped.text(body, "kind").orElse(kind),
        Untyped.text(body, "namespace").filter(it -> !it.isEmpty()).orElse(namespace()),
        Untyped.text(body, "name").orElse(""),
        Untyped.text(body, "sectionName").orElse(""),
        Untyped.number(body, "port").orElse(0L));
  }

  private JsonObject spec() {
    return Untyped.object(manifest.body(), "spec");
  }
}
