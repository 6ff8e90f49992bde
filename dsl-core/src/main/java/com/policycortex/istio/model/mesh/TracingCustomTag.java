package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A tag of spans ({@code Tracing.CustomTag}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing">Tracing</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TracingCustomTag extends Message {

  TracingCustomTag() {}

  /** A value that sets nothing yet. */
  public static TracingCustomTag tracingCustomTag() {
    return ImmutableTracingCustomTag.builder().build();
  }

  /** Where its value comes from. */
  public abstract Optional<TracingCustomTagType> type();

  /** A copy with this {@link #type()}. */
  public abstract TracingCustomTag type(TracingCustomTagType type);

  static TracingCustomTag read(FieldReader in) {
    return ImmutableTracingCustomTag.builder()
        .origin(in.origin())
        .type(TracingCustomTagType.read(in))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(type());
  }
}
