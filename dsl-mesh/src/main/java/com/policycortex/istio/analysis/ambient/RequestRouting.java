package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.networking.ConnectionPoolSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.LoadBalancerPolicy;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/**
 * What of VirtualServices, DestinationRules and routes of the Gateway API only a proxy that looks
 * into requests does.
 */
final class RequestRouting {

  private RequestRouting() {}

  /**
   * The hosts of a VirtualService or DestinationRule about requests, and of the Services that are
   * parents of a route; empty for all others.
   */
  static List<String> hosts(Manifest manifest, MeshView mesh) {
    if (manifest instanceof RawManifest raw) {
      return parents(raw, mesh).stream().map(it -> it.hosts().get(0)).toList();
    }
    if (manifest instanceof VirtualService service) {
      boolean requests = !service.http().isEmpty() || !service.tls().isEmpty();
      return requests && VirtualServices.isForSidecars(service)
          ? VirtualServices.hosts(service)
          : List.of();
    }
    return manifest instanceof DestinationRule rule && isAboutRequests(rule)
        ? List.of(DestinationRules.host(rule))
        : List.of();
  }

  /** The field of one of the hosts. */
  static String path(Manifest manifest, int index, MeshView mesh) {
    if (manifest instanceof RawManifest raw) {
      return parents(raw, mesh).get(index).reference().path();
    }
    return manifest instanceof DestinationRule ? "spec.host" : "spec.hosts[" + index + "]";
  }

  private static List<RouteAttachment> parents(RawManifest route, MeshView mesh) {
    return !route.kind().group().equals(GatewayApi.GROUP)
            || !ApiRoute.KINDS.contains(route.kindName())
        ? List.of()
        : mesh.gatewayApi().attachments(route).stream()
            .filter(it -> it.isAttached() && it.reference().is("", "Service"))
            .toList();
  }

  private static boolean isAboutRequests(DestinationRule rule) {
    return rule.trafficPolicy().filter(RequestRouting::isAboutRequests).isPresent()
        || rule.subsets().stream()
            .anyMatch(
                subset -> subset.trafficPolicy().filter(it -> isAboutRequests(it)).isPresent());
  }

  private static boolean isAboutRequests(TrafficPolicy policy) {
    return policy.outlierDetection().isPresent()
        || policy.connectionPool().flatMap(ConnectionPoolSettings::http).isPresent()
        || policy.loadBalancer().flatMap(LoadBalancerSettings::lbPolicy).orElse(null)
            instanceof LoadBalancerPolicy.Hash;
  }
}
