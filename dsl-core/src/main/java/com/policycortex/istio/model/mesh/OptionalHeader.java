package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header that is not written unless enabled ({@code XForwardedHost}, {@code XForwardedPort}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyHeaders">ProxyHeaders</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OptionalHeader extends Message {

  OptionalHeader() {}

  /** A value that sets nothing yet. */
  public static OptionalHeader optionalHeader() {
    return ImmutableOptionalHeader.builder().build();
  }

  /** Default false. */
  public abstract Optional<Boolean> enabled();

  /** A copy with this {@link #enabled()}. */
  public abstract OptionalHeader enabled(boolean enabled);

  static OptionalHeader read(FieldReader in) {
    return ImmutableOptionalHeader.builder()
        .origin(in.origin())
        .enabled(in.bool("enabled"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("enabled", enabled());
  }
}
