package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the traffic of clients in one locality is shared out.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting-Distribute">
 *     LocalityLoadBalancerSetting.Distribute</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LocalityDistribution extends Message {

  LocalityDistribution() {}

  /** A value that sets nothing yet. */
  public static LocalityDistribution localityDistribution() {
    return ImmutableLocalityDistribution.builder().build();
  }

  /** The clients' locality, {@code region/zone/sub-zone}; {@code *} is allowed at the end. */
  public abstract Optional<String> from();

  /** A copy with this {@link #from()}. */
  public abstract LocalityDistribution from(String from);

  /** Percent by locality; they add up to 100. */
  public abstract Map<String, Long> to();

  /** A copy with this {@link #to()}. */
  public abstract LocalityDistribution to(Map<String, ? extends Long> to);

  static LocalityDistribution read(FieldReader in) {
    return ImmutableLocalityDistribution.builder()
        .origin(in.origin())
        .from(in.string("from"))
        .to(in.uint32Map("to"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("from", from());
    out.int64Map("to", to());
  }
}
