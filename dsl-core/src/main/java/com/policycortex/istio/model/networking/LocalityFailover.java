package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/**
 * Where traffic of a region goes when its endpoints are unhealthy.
 *
 * @param from the region
 * @param to the other region
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting-Failover">
 *     LocalityLoadBalancerSetting.Failover</a>
 */
public record LocalityFailover(Optional<String> from, Optional<String> to) implements Fields {

  static LocalityFailover read(FieldReader in) {
    return new LocalityFailover(in.string("from"), in.string("to"));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("from", from);
    out.string("to", to);
  }
}
