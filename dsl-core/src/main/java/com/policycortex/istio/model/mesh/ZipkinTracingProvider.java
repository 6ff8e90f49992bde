package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces by Zipkin's API.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-ZipkinTracingProvider">ZipkinTracingProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ZipkinTracingProvider extends Message {

  ZipkinTracingProvider() {}

  /** The service at this host and port. */
  public static ZipkinTracingProvider zipkinTracingProvider(String service, long port) {
    return ImmutableZipkinTracingProvider.builder().service(service).port(port).build();
  }

  /**
   * The collector, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract ZipkinTracingProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract ZipkinTracingProvider port(long port);

  /** The longest path in a span, in bytes. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract ZipkinTracingProvider maxTagLength(long maxTagLength);

  /** Whether trace ids have 64 bits only. Default false. */
  public abstract Optional<Boolean> enable64bitTraceId();

  /** A copy with this {@link #enable64bitTraceId()}. */
  public abstract ZipkinTracingProvider enable64bitTraceId(boolean enable64bitTraceId);

  /** Default {@code /api/v2/spans}. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract ZipkinTracingProvider path(String path);

  /** Default {@link TraceContextOption#USE_B3}. */
  public abstract Optional<TraceContextOption> traceContextOption();

  /** A copy with this {@link #traceContextOption()}. */
  public abstract ZipkinTracingProvider traceContextOption(TraceContextOption traceContextOption);

  /** How long an export may take. Default 5 s. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract ZipkinTracingProvider timeout(Duration timeout);

  /** Headers that go with each export. */
  public abstract List<ExtensionProviderHttpHeader> headers();

  /** A copy with this {@link #headers()}. */
  public abstract ZipkinTracingProvider headers(
      Iterable<? extends ExtensionProviderHttpHeader> headers);

  /** A copy with these added to {@link #headers()}. */
  public final ZipkinTracingProvider headers(
      ExtensionProviderHttpHeader first, ExtensionProviderHttpHeader... more) {
    return headers(added(headers(), first, more));
  }

  static ZipkinTracingProvider read(FieldReader in) {
    return ImmutableZipkinTracingProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .maxTagLength(in.uint32("maxTagLength"))
        .enable64bitTraceId(in.bool("enable64bitTraceId"))
        .path(in.string("path"))
        .traceContextOption(in.enumeration("traceContextOption", TraceContextOption.class))
        .timeout(in.duration("timeout"))
        .headers(in.messages("headers", ExtensionProviderHttpHeader::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.int64("maxTagLength", maxTagLength());
    out.bool("enable64bitTraceId", enable64bitTraceId());
    out.string("path", path());
    out.enumeration("traceContextOption", traceContextOption());
    out.duration("timeout", timeout());
    out.messages("headers", headers());
  }
}
