package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Private keys by the processor's vector instructions.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#PrivateKeyProvider-CryptoMb">CryptoMb</a>
 */
@IstioStyle
@Value.Immutable
public abstract class CryptoMb extends Message {

  CryptoMb() {}

  /** A value that sets nothing yet. */
  public static CryptoMb cryptoMb() {
    return ImmutableCryptoMb.builder().build();
  }

  /**
   * How long requests are gathered, or the hardware is left alone; at least 1 ms. Required by
   * istiod.
   */
  public abstract Optional<Duration> pollDelay();

  /** A copy with this {@link #pollDelay()}. */
  public abstract CryptoMb pollDelay(Duration pollDelay);

  /** Whether software does it where the hardware cannot. Default false. */
  public abstract Optional<Boolean> fallback();

  /** A copy with this {@link #fallback()}. */
  public abstract CryptoMb fallback(boolean fallback);

  static CryptoMb read(FieldReader in) {
    return ImmutableCryptoMb.builder()
        .origin(in.origin())
        .pollDelay(in.duration("pollDelay"))
        .fallback(in.bool("fallback"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.duration("pollDelay", pollDelay());
    out.bool("fallback", fallback());
  }
}
