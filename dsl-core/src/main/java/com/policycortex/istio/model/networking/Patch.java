package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How an object is changed.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-Patch">Patch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Patch extends Message {

  Patch() {}

  /** A value that sets nothing yet. */
  public static Patch patch() {
    return ImmutablePatch.builder().build();
  }

  /** The operation. */
  public abstract Optional<PatchOperation> operation();

  /** A copy with this {@link #operation()}. */
  public abstract Patch operation(PatchOperation operation);

  /** Envoy's configuration as JSON, with {@code @type} where Envoy wants it. */
  public abstract Optional<JsonObject> value();

  /** A copy with this {@link #value()}. */
  public abstract Patch value(JsonObject value);

  /** Where the filter stands. */
  public abstract Optional<FilterClass> filterClass();

  /** A copy with this {@link #filterClass()}. */
  public abstract Patch filterClass(FilterClass filterClass);

  static Patch read(FieldReader in) {
    return ImmutablePatch.builder()
        .origin(in.origin())
        .operation(in.enumeration("operation", PatchOperation.class))
        .value(in.jsonObject("value"))
        .filterClass(in.enumeration("filterClass", FilterClass.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("operation", operation());
    out.json("value", value());
    out.enumeration("filterClass", filterClass());
  }
}
