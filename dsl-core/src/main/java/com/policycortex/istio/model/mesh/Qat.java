package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Private keys by QuickAssist hardware ({@code QAT}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#PrivateKeyProvider-QAT">QAT</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Qat extends Message {

  Qat() {}

  /** A value that sets nothing yet. */
  public static Qat qat() {
    return ImmutableQat.builder().build();
  }

  /**
   * How long requests are gathered, or the hardware is left alone; at least 1 ms. Required by
   * istiod.
   */
  public abstract Optional<Duration> pollDelay();

  /** A copy with this {@link #pollDelay()}. */
  public abstract Qat pollDelay(Duration pollDelay);

  /** Whether software does it where the hardware cannot. Default false. */
  public abstract Optional<Boolean> fallback();

  /** A copy with this {@link #fallback()}. */
  public abstract Qat fallback(boolean fallback);

  static Qat read(FieldReader in) {
    return ImmutableQat.builder()
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
