package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A variable of the proxy's environment.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing">Tracing</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TracingEnvironment extends Message {

  TracingEnvironment() {}

  /** A value that sets nothing yet. */
  public static TracingEnvironment tracingEnvironment() {
    return ImmutableTracingEnvironment.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract TracingEnvironment name(String name);

  /** The value where it is absent. Default: no tag. */
  public abstract Optional<String> defaultValue();

  /** A copy with this {@link #defaultValue()}. */
  public abstract TracingEnvironment defaultValue(String defaultValue);

  static TracingEnvironment read(FieldReader in) {
    return ImmutableTracingEnvironment.builder()
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
