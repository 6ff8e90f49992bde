package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** How endpoints are chosen: a simple algorithm or a hash. */
public sealed interface LoadBalancerPolicy extends Fields {

  /**
   * An algorithm without settings.
   *
   * @param value the value of {@code simple}
   */
  record Simple(SimpleLoadBalancer value) implements LoadBalancerPolicy {
    @Override
    public void writeTo(FieldWriter out) {
      out.enumeration("simple", value);
    }
  }

  /**
   * Equal requests go to the same endpoint.
   *
   * @param value the value of {@code consistentHash}
   */
  record Hash(ConsistentHash value) implements LoadBalancerPolicy {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("consistentHash", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<LoadBalancerPolicy> read(FieldReader in) {
    return in.<LoadBalancerPolicy>oneof("lb_policy")
        .enumeration("simple", SimpleLoadBalancer.class, Simple::new)
        .message("consistentHash", ConsistentHash::read, Hash::new)
        .optional();
  }
}
