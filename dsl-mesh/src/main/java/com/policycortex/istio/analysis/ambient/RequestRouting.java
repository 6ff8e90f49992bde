package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.ConnectionPoolSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.LoadBalancerPolicy;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** What of VirtualServices and DestinationRules only a proxy that looks into requests does. */
final class RequestRouting {

  private RequestRouting() {}

  /** The hosts of a VirtualService or DestinationRule about requests; empty for all others. */
  static List<String> hosts(Manifest manifest) {
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
  static String path(Manifest manifest, int index) {
    return manifest instanceof DestinationRule ? "spec.host" : "spec.hosts[" + index + "]";
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
