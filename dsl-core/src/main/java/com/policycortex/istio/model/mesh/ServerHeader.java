package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The header {@code server} of responses ({@code ProxyHeaders.Server}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyHeaders-Server">Server</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServerHeader extends Message {

  ServerHeader() {}

  /** A value that sets nothing yet. */
  public static ServerHeader serverHeader() {
    return ImmutableServerHeader.builder().build();
  }

  /** Whether the application's own is passed on. Default false. */
  public abstract Optional<Boolean> disabled();

  /** A copy with this {@link #disabled()}. */
  public abstract ServerHeader disabled(boolean disabled);

  /** Its value. Default {@code istio-envoy}. */
  public abstract Optional<String> value();

  /** A copy with this {@link #value()}. */
  public abstract ServerHeader value(String value);

  static ServerHeader read(FieldReader in) {
    return ImmutableServerHeader.builder()
        .origin(in.origin())
        .disabled(in.bool("disabled"))
        .value(in.string("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("disabled", disabled());
    out.string("value", value());
  }
}
