package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Maglev's table.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB-MagLev">Maglev</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Maglev extends Message {

  Maglev() {}

  /** A value that sets nothing yet. */
  public static Maglev maglev() {
    return ImmutableMaglev.builder().build();
  }

  /** A prime number. Default 65537. */
  public abstract Optional<Long> tableSize();

  /** A copy with this {@link #tableSize()}. */
  public abstract Maglev tableSize(long tableSize);

  static Maglev read(FieldReader in) {
    return ImmutableMaglev.builder().origin(in.origin()).tableSize(in.int64("tableSize")).build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("tableSize", tableSize());
  }
}
