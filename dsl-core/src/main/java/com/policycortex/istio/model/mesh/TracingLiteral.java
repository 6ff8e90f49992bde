package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A value that is always the same.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing">Tracing</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TracingLiteral extends Message {

  TracingLiteral() {}

  /** A value that sets nothing yet. */
  public static TracingLiteral tracingLiteral() {
    return ImmutableTracingLiteral.builder().build();
  }

  /** The value. */
  public abstract Optional<String> value();

  /** A copy with this {@link #value()}. */
  public abstract TracingLiteral value(String value);

  static TracingLiteral read(FieldReader in) {
    return ImmutableTracingLiteral.builder().origin(in.origin()).value(in.string("value")).build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("value", value());
  }
}
