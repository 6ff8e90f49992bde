package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of one field of a generated resource ({@code Patch}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#K8sObjectOverlay-PathValue">PathValue</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OverlayPatch extends Message {

  OverlayPatch() {}

  /** A change of this field; without a value, it is taken away. */
  public static OverlayPatch overlayPatch(String path) {
    return ImmutableOverlayPatch.builder().path(path).build();
  }

  /** The field, for example {@code spec.template.spec.containers.[name:discovery].args}. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract OverlayPatch path(String path);

  /** Its new value; absent: the field is taken away. */
  public abstract Optional<JsonValue> value();

  /** A copy with this {@link #value()}. */
  public abstract OverlayPatch value(JsonValue value);

  static OverlayPatch read(FieldReader in) {
    return ImmutableOverlayPatch.builder()
        .origin(in.origin())
        .path(in.string("path"))
        .value(in.json("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("path", path());
    out.json("value", value());
  }
}
