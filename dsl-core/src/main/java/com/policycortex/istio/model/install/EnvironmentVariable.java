package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A variable of a container's environment.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/">EnvironmentVariable</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvironmentVariable extends Message {

  EnvironmentVariable() {}

  /** The variable of this name. */
  public static EnvironmentVariable environmentVariable(String name) {
    return ImmutableEnvironmentVariable.builder().name(name).build();
  }

  /** Its name. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract EnvironmentVariable name(String name);

  /** Its value. */
  public abstract Optional<String> value();

  /** A copy with this {@link #value()}. */
  public abstract EnvironmentVariable value(String value);

  /** Where its value comes from. */
  public abstract Optional<JsonObject> valueFrom();

  /** A copy with this {@link #valueFrom()}. */
  public abstract EnvironmentVariable valueFrom(JsonObject valueFrom);

  static EnvironmentVariable read(FieldReader in) {
    return ImmutableEnvironmentVariable.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .value(in.string("value"))
        .valueFrom(in.jsonObject("valueFrom"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("value", value());
    out.json("valueFrom", valueFrom());
  }
}
