package com.policycortex.istio.mesh;

import com.policycortex.istio.model.RawManifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The HTTPRoutes and GRPCRoutes of one namespace for one host of the mesh, and for one port or all:
 * istiod makes one VirtualService of them, whose rules are in the order of the Gateway API. Or its
 * TLSRoutes and TCPRoutes.
 *
 * @param host the host of the Service, or one of the ServiceEntry
 * @param namespace the namespace of the routes
 * @param port the port that their parentRefs name; absent for all ports
 * @param routes the routes, the oldest first; there is one at least
 */
public record ApiRouting(
    String host, String namespace, Optional<Long> port, List<RouteAttachment> routes) {

  /** True for HTTPRoutes and GRPCRoutes. */
  public boolean isOfRequests() {
    return routes.get(0).route().isOfRequests();
  }

  /**
   * The name that istiod gives to the VirtualService of requests, which lies in {@link #namespace}.
   */
  public String name() {
    return namespace + port.map(it -> "~" + it).orElse("") + "~" + host;
  }

  /** The oldest of the routes: what is made of them is as old. */
  public RawManifest first() {
    return routes.get(0).route().manifest();
  }

  /** {@code HTTPRoute shop/web, GRPCRoute shop/more}. */
  @Override
  public String toString() {
    return routes.stream()
        .map(it -> it.route().manifest().resourceId().toString())
        .collect(Collectors.joining(", "));
  }
}
