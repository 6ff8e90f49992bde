package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces by OpenCensus ({@code Tracing.OpenCensusAgent}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing-OpenCensusAgent">OpenCensusAgent</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OpenCensusAgentTracer extends Message {

  OpenCensusAgentTracer() {}

  /** A value that sets nothing yet. */
  public static OpenCensusAgentTracer openCensusAgentTracer() {
    return ImmutableOpenCensusAgentTracer.builder().build();
  }

  /** The agent, as gRPC names it. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract OpenCensusAgentTracer address(String address);

  /** All are written, and read in this order. Default {@link TraceContext#W3C_TRACE_CONTEXT}. */
  public abstract List<TraceContext> context();

  /** A copy with this {@link #context()}. */
  public abstract OpenCensusAgentTracer context(Iterable<? extends TraceContext> context);

  /** A copy with these added to {@link #context()}. */
  public final OpenCensusAgentTracer context(TraceContext first, TraceContext... more) {
    return context(added(context(), first, more));
  }

  static OpenCensusAgentTracer read(FieldReader in) {
    return ImmutableOpenCensusAgentTracer.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .context(in.enumerations("context", TraceContext.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
    out.enumerations("context", context());
  }
}
