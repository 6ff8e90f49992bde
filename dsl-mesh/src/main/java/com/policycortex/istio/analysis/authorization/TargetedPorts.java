package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ports of the Gateways of the Gateway API that a policy names. The Service that istiod makes
 * for one leads from each port to the same one of the pods.
 *
 * @param gateways the Gateways
 * @param ports the ports of their listeners
 */
record TargetedPorts(List<RawManifest> gateways, Set<Long> ports) {

  /**
   * Those of a policy; empty where one of its targets has, or may have, others: it is something
   * else, a waypoint, for pods that are there already, or takes listeners of ListenerSets.
   */
  static Optional<TargetedPorts> of(AuthorizationPolicy policy, MeshView mesh) {
    List<RawManifest> gateways = new ArrayList<>();
    Set<Long> ports = new TreeSet<>();
    for (TargetReference target : Policies.targetRefs(policy)) {
      Optional<RawManifest> gateway =
          target.kind().equals("Gateway")
                  && target.group().filter(GatewayApi.GROUP::equals).isPresent()
              ? mesh.gatewayApi().gateway(Names.namespace(policy), target.name())
              : Optional.empty();
      if (gateway.isEmpty()
          || !mesh.gatewayApi().isOfIstio(gateway.get())
          || new ApiGateway(gateway.get()).serviceAccount().isEmpty()
          || Untyped.object(gateway.get().body(), "spec").get("allowedListeners").isPresent()) {
        return Optional.empty();
      }
      gateways.add(gateway.get());
      new ApiGateway(gateway.get()).listeners().forEach(it -> ports.add(it.port()));
    }
    return ports.isEmpty() ? Optional.empty() : Optional.of(new TargetedPorts(gateways, ports));
  }
}
