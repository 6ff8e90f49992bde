package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces for Datadog ({@code Tracing.Datadog}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing-Datadog">Datadog</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DatadogTracer extends Message {

  DatadogTracer() {}

  /** A value that sets nothing yet. */
  public static DatadogTracer datadogTracer() {
    return ImmutableDatadogTracer.builder().build();
  }

  /** Host and port of the agent. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract DatadogTracer address(String address);

  static DatadogTracer read(FieldReader in) {
    return ImmutableDatadogTracer.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
  }
}
