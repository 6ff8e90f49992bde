package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header of the request.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing">Tracing</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TracingRequestHeader extends Message {

  TracingRequestHeader() {}

  /** A value that sets nothing yet. */
  public static TracingRequestHeader tracingRequestHeader() {
    return ImmutableTracingRequestHeader.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract TracingRequestHeader name(String name);

  /** The value where it is absent. Default: no tag. */
  public abstract Optional<String> defaultValue();

  /** A copy with this {@link #defaultValue()}. */
  public abstract TracingRequestHeader defaultValue(String defaultValue);

  static TracingRequestHeader read(FieldReader in) {
    return ImmutableTracingRequestHeader.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .defaultValue(in.string("defaultValue"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("defaultValue", defaultValue());
  }
}
