package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one parent of a route of the Gateway API, as istiod decides it.
 *
 * @param route the route
 * @param reference the parent as the route names it
 * @param parent the Gateway, Service or ServiceEntry that is meant; absent if it is not there
 * @param listeners the listeners of a Gateway that take the route; where none does, those that come
 *     closest
 * @param refusal why the route is not attached; absent where it is
 */
public record RouteAttachment(
    ApiRoute route,
    ApiRoute.Reference reference,
    Optional<? extends Manifest> parent,
    List<ApiGateway.Listener> listeners,
    Optional<Refusal> refusal) {

  /** Why a parent does not take a route. */
  public enum Refusal {
    /** A kind that is no parent of a group in which Istio knows every kind. */
    KIND_UNKNOWN,
    /** No manifest of the name. */
    PARENT_MISSING,
    /** A waypoint; its routes are those of the Services that use it. */
    WAYPOINT,
    /** The Gateway has no listener of the sectionName or port. */
    LISTENER_MISSING,
    /** Each listener of the sectionName or port is in conflict with one before it. */
    LISTENER_CONFLICT,
    /** No listener takes routes of the kind. */
    LISTENER_KIND,
    /** No listener that takes the kind takes routes of the namespace. */
    LISTENER_NAMESPACE,
    /**
     * No listener that takes the kind and the namespace has one of the hosts, or another listener
     * has it more exactly.
     */
    LISTENER_HOST,
    /** The Service or ServiceEntry has no such port. */
    PORT_MISSING
  }

  /** True if istiod follows the route for this parent. */
  public boolean isAttached() {
    return refusal.isEmpty();
  }

  /**
   * True if it is, or would be if the port were there: then istiod makes rules for nobody of it.
   */
  boolean isFollowed() {
    return refusal.isEmpty() || refusal.equals(Optional.of(Refusal.PORT_MISSING));
  }

  /** The hosts of the Service or ServiceEntry; empty for a Gateway, and where there is none. */
  public List<String> hosts() {
    if (parent.isEmpty() || !isOfMesh()) {
      return List.of();
    }
    return parent.get() instanceof ServiceEntry entry
        ? entry.hosts()
        : List.of(Names.serviceHost(reference.name(), reference.namespace()));
  }

  /** True for a route between the mesh's own proxies: its parent is a Service or ServiceEntry. */
  public boolean isOfMesh() {
    return !reference.group().equals(GatewayApi.GROUP);
  }

  /** Why the route is not attached, in words to be read behind a colon; empty where it is. */
  public String reason() {
    return refusal.map(this::reason).orElse("");
  }

  private String reason(Refusal refusal) {
    String what = reference.kind() + " " + reference.qualifiedName();
    return switch (refusal) {
      case KIND_UNKNOWN ->
          "there are no parents of kind "
              + reference.kind()
              + " in "
              + (reference.group().isEmpty() ? "the core group" : reference.group());
      case PARENT_MISSING -> "there is no " + what;
      case WAYPOINT -> "a waypoint takes no routes; those of the Services that use it do";
      case LISTENER_MISSING -> "no listener" + route.named(reference) + " is there";
      case LISTENER_CONFLICT ->
          "the listener" + route.named(reference) + " is in conflict with one before it";
      case LISTENER_KIND ->
          "no listener" + route.named(reference) + " takes a " + route.manifest().kindName();
      case LISTENER_NAMESPACE ->
          "no listener"
              + route.named(reference)
              + " takes routes of the namespace "
              + route.namespace();
      case LISTENER_HOST ->
          "no listener"
              + route.named(reference)
              + (route.hostnames().isEmpty()
                  ? " is left with a host"
                  : " serves one of " + route.hostnames());
      case PORT_MISSING -> what + " has no port " + reference.port();
    };
  }
}
