package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * How the traffic of clients in one locality is shared out.
 *
 * @param from the client's locality, {@code region/zone/sub-zone}, {@code *} allowed at the end
 * @param to percent by locality; they add up to 100
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting-Distribute">
 *     LocalityLoadBalancerSetting.Distribute</a>
 */
public record LocalityDistribution(Optional<String> from, Map<String, Long> to) implements Fields {

  /** Copies the map. */
  public LocalityDistribution {
    to = Map.copyOf(to);
  }

  static LocalityDistribution read(FieldReader in) {
    return new LocalityDistribution(in.string("from"), in.uint32Map("to"));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("from", from);
    out.int64Map("to", to);
  }
}
