package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTPRoute, GRPCRoute, TLSRoute or TCPRoute, as far as the library reads it.
 *
 * @param manifest its document
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#httproute">HTTPRoute</a>
 */
public record ApiRoute(RawManifest manifest) {

  /** The kinds that are read. */
  public static final List<String> KINDS =
      List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute");

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
  public record Reference(
      String path,
      String group,
      String kind,
      String namespace,
      String name,
      String section,
      long port) {

    /** True for something of this kind of an API group, which is empty for Kubernetes' own. */
    public boolean is(String group, String kind) {
      return this.group.equals(group) && this.kind.equals(kind);
    }

    /** The host that a backend means: that of a Service, or the name where it is a Hostname. */
    public String host() {
      return kind.equals("Hostname") ? name : Names.serviceHost(name, namespace);
    }

    /** {@code namespace/name}. */
    public String qualifiedName() {
      return namespace + "/" + name;
    }
  }

  /** Its namespace. */
  public String namespace() {
    return Names.namespace(manifest);
  }

  /** True if it routes requests, and not connections: an HTTPRoute or GRPCRoute. */
  public boolean isOfRequests() {
    return manifest.kindName().equals("HTTPRoute") || manifest.kindName().equals("GRPCRoute");
  }

  /** Its hosts; empty for those of the listener. */
  public List<String> hostnames() {
    return Untyped.texts(spec(), "hostnames");
  }

  /** Its hosts; {@code *} where it names none. */
  public List<String> hostnamesOrAll() {
    List<String> hostnames = hostnames();
    return hostnames.isEmpty() ? List.of("*") : hostnames;
  }

  /** Its rules. */
  public List<JsonObject> rules() {
    return Untyped.objects(spec(), "rules");
  }

  /** What it is attached to. */
  public List<Reference> parents() {
    return references(spec(), "spec", "parentRefs", GatewayApi.GROUP, "Gateway");
  }

  /** The listeners of a Gateway that a parent means. */
  public List<ApiGateway.Listener> listeners(Reference parent, RawManifest gateway) {
    return new ApiGateway(gateway)
        .listeners().stream()
            .filter(it -> parent.section().isEmpty() || it.name().equals(parent.section()))
            .filter(it -> parent.port() == 0 || it.port() == parent.port())
            .toList();
  }

  /** What a parent says of the listener, to be read behind the word. */
  public String named(Reference parent) {
    return (parent.section().isEmpty() ? "" : " " + parent.section())
        + (parent.port() == 0 ? "" : " of port " + parent.port());
  }

  /** Where its rules lead: the backends, and those that get copies. */
  public List<Reference> backends() {
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
