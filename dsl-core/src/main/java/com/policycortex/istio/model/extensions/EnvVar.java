package com.policycortex.istio.model.extensions;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A variable of a plugin's environment.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#EnvVar">EnvVar</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvVar extends Message {

  EnvVar() {}

  /** The variable of this name. */
  public static EnvVar envVar(String name) {
    return ImmutableEnvVar.builder().name(name).build();
  }

  /** Its name. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract EnvVar name(String name);

  /** Default {@link EnvValueSource#INLINE}. */
  public abstract Optional<EnvValueSource> valueFrom();

  /** A copy with this {@link #valueFrom()}. */
  public abstract EnvVar valueFrom(EnvValueSource valueFrom);

  /** Its value; for INLINE. */
  public abstract Optional<String> value();

  /** A copy with this {@link #value()}. */
  public abstract EnvVar value(String value);

  static EnvVar read(FieldReader in) {
    return ImmutableEnvVar.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .valueFrom(in.enumeration("valueFrom", EnvValueSource.class))
        .value(in.string("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.enumeration("valueFrom", valueFrom());
    out.string("value", value());
  }
}
