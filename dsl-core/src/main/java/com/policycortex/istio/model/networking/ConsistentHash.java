package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Sends equal requests to the same endpoint, as long as it is there.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB">ConsistentHash</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ConsistentHash extends Message {

  ConsistentHash() {}

  /** A value that sets nothing yet. */
  public static ConsistentHash consistentHash() {
    return ImmutableConsistentHash.builder().build();
  }

  /** What is hashed. Required. */
  public abstract Optional<HashKey> hashKey();

  /** A copy with this {@link #hashKey()}. */
  public abstract ConsistentHash hashKey(HashKey hashKey);

  /** Default: a ring. */
  public abstract Optional<HashAlgorithm> hashAlgorithm();

  /** A copy with this {@link #hashAlgorithm()}. */
  public abstract ConsistentHash hashAlgorithm(HashAlgorithm hashAlgorithm);

  /** Former place of the ring's size. */
  public abstract Optional<Long> minimumRingSize();

  static ConsistentHash read(FieldReader in) {
    return ImmutableConsistentHash.builder()
        .origin(in.origin())
        .hashKey(HashKey.read(in))
        .hashAlgorithm(HashAlgorithm.read(in))
        .minimumRingSize(in.int64("minimumRingSize"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(hashKey());
    out.oneof(hashAlgorithm());
    out.int64("minimumRingSize", minimumRingSize());
  }
}
