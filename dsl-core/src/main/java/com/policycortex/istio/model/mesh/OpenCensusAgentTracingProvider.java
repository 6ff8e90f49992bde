package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces by OpenCensus; deprecated.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-OpenCensusAgentTracingProvider">OpenCensusAgentTracingProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OpenCensusAgentTracingProvider extends Message {

  OpenCensusAgentTracingProvider() {}

  /** The service at this host and port. */
  public static OpenCensusAgentTracingProvider openCensusAgentTracingProvider(
      String service, long port) {
    return ImmutableOpenCensusAgentTracingProvider.builder().service(service).port(port).build();
  }

  /**
   * The agent, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry. Required
   * by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract OpenCensusAgentTracingProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract OpenCensusAgentTracingProvider port(long port);

  /** All are written, and read in this order. Default {@link TraceContext#W3C_TRACE_CONTEXT}. */
  public abstract List<TraceContext> context();

  /** A copy with this {@link #context()}. */
  public abstract OpenCensusAgentTracingProvider context(Iterable<? extends TraceContext> context);

  /** A copy with these added to {@link #context()}. */
  public final OpenCensusAgentTracingProvider context(TraceContext first, TraceContext... more) {
    return context(added(context(), first, more));
  }

  /** The longest path in a span, in bytes. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract OpenCensusAgentTracingProvider maxTagLength(long maxTagLength);

  static OpenCensusAgentTracingProvider read(FieldReader in) {
    return ImmutableOpenCensusAgentTracingProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .context(in.enumerations("context", TraceContext.class))
        .maxTagLength(in.uint32("maxTagLength"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.enumerations("context", context());
    out.int64("maxTagLength", maxTagLength());
  }
}
