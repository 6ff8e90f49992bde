package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which filter within a network filter, usually an HTTP filter.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ListenerMatch-SubFilterMatch">SubFilterMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class SubFilterMatch extends Message {

  SubFilterMatch() {}

  /** A value that sets nothing yet. */
  public static SubFilterMatch subFilterMatch() {
    return ImmutableSubFilterMatch.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract SubFilterMatch name(String name);

  static SubFilterMatch read(FieldReader in) {
    return ImmutableSubFilterMatch.builder().origin(in.origin()).name(in.string("name")).build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
  }
}
