package com.policycortex.istio.benchmarks;

import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.DestinationRuleBuilder;
import io.fabric8.istio.api.networking.v1.Gateway;
import io.fabric8.istio.api.networking.v1.GatewayBuilder;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.networking.v1.VirtualServiceBuilder;
import io.fabric8.istio.api.security.v1.AuthorizationPolicy;
import io.fabric8.istio.api.security.v1.AuthorizationPolicyBuilder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;

/**
 * Copies of fabric8's objects through their builders; the kinds that the preset has few of stay.
 */
final class Builders {

  private Builders() {}

  static HasMetadata rebuilt(HasMetadata object) {
    if (object instanceof VirtualService routes) {
      return new VirtualServiceBuilder(routes).build();
    }
    if (object instanceof DestinationRule rule) {
      return new DestinationRuleBuilder(rule).build();
    }
    if (object instanceof AuthorizationPolicy policy) {
      return new AuthorizationPolicyBuilder(policy).build();
    }
    if (object instanceof NetworkPolicy policy) {
      return new NetworkPolicyBuilder(policy).build();
    }
    if (object instanceof Gateway gateway) {
      return new GatewayBuilder(gateway).build();
    }
    if (object instanceof Service service) {
      return new ServiceBuilder(service).build();
    }
    if (object instanceof ConfigMap map) {
      return new ConfigMapBuilder(map).build();
    }
    return object;
  }
}
