package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whose rules sidecars apply to requests for a host: those of a VirtualService, or those of routes
 * of the Gateway API. One of the two is there.
 *
 * @param virtualService the VirtualService
 * @param apiRouting the routes of the Gateway API
 */
public record Routing(Optional<VirtualService> virtualService, Optional<ApiRouting> apiRouting) {

  // The oldest first, then by name and namespace of the VirtualService, or of what is made of the
  // routes.
  static final Comparator<Routing> ORDER =
      Comparator.comparing(Routing::first, Precedence.AGE)
          .thenComparing(Routing::name)
          .thenComparing(Routing::namespace);

  static Routing of(VirtualService service) {
    return new Routing(Optional.of(service), Optional.empty());
  }

  static Routing of(ApiRouting routing) {
    return new Routing(Optional.empty(), Optional.of(routing));
  }

  /** The VirtualService, or the oldest of the routes. */
  public Manifest first() {
    return virtualService.<Manifest>map(it -> it).orElseGet(() -> routing().first());
  }

  /** The name of the VirtualService, or of the one that istiod makes of the routes. */
  public String name() {
    return virtualService.map(VirtualService::name).orElseGet(() -> routing().name());
  }

  /** The namespace of the VirtualService, or of the routes. */
  public String namespace() {
    return virtualService.map(Names::namespace).orElseGet(() -> routing().namespace());
  }

  private ApiRouting routing() {
    return apiRouting.orElseThrow();
  }
}
