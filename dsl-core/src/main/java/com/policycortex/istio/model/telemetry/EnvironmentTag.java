package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A tag from the proxy's environment.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing-Environment">EnvironmentTag</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvironmentTag extends Message {

  EnvironmentTag() {}

  /** A tag from this variable. */
  public static EnvironmentTag environmentTag(String name) {
    return ImmutableEnvironmentTag.builder().name(name).build();
  }

  /** The variable. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract EnvironmentTag name(String name);

  /** The text where it is not set. */
  public abstract Optional<String> defaultValue();

  /** A copy with this {@link #defaultValue()}. */
  public abstract EnvironmentTag defaultValue(String defaultValue);

  static EnvironmentTag read(FieldReader in) {
    return ImmutableEnvironmentTag.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .defaultValue(in.string("defaultValue"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("defaultValue", defaultValue());
  }
}
