package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header that is written unless disabled ({@code RequestId}, {@code AttemptCount}, {@code
 * EnvoyDebugHeaders}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyHeaders">ProxyHeaders</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DefaultHeader extends Message {

  DefaultHeader() {}

  /** A value that sets nothing yet. */
  public static DefaultHeader defaultHeader() {
    return ImmutableDefaultHeader.builder().build();
  }

  /** Default false. */
  public abstract Optional<Boolean> disabled();

  /** A copy with this {@link #disabled()}. */
  public abstract DefaultHeader disabled(boolean disabled);

  static DefaultHeader read(FieldReader in) {
    return ImmutableDefaultHeader.builder()
        .origin(in.origin())
        .disabled(in.bool("disabled"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("disabled", disabled());
  }
}
