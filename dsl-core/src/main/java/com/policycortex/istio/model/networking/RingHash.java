package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A ring of hashes.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB-RingHash">RingHash</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RingHash extends Message {

  RingHash() {}

  /** A value that sets nothing yet. */
  public static RingHash ringHash() {
    return ImmutableRingHash.builder().build();
  }

  /** Virtual nodes at least. Default 1024. */
  public abstract Optional<Long> minimumRingSize();

  /** A copy with this {@link #minimumRingSize()}. */
  public abstract RingHash minimumRingSize(long minimumRingSize);

  static RingHash read(FieldReader in) {
    return ImmutableRingHash.builder()
        .origin(in.origin())
        .minimumRingSize(in.int64("minimumRingSize"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("minimumRingSize", minimumRingSize());
  }
}
