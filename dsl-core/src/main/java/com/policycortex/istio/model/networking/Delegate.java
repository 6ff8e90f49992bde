package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The VirtualService that goes on routing.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate">Delegate</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Delegate extends Message {

  Delegate() {}

  /** A value that sets nothing yet. */
  public static Delegate delegate() {
    return ImmutableDelegate.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract Delegate name(String name);

  /** Its namespace. Default: the same. */
  public abstract Optional<String> namespace();

  /** A copy with this {@link #namespace()}. */
  public abstract Delegate namespace(String namespace);

  static Delegate read(FieldReader in) {
    return ImmutableDelegate.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .namespace(in.string("namespace"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("namespace", namespace());
  }
}
