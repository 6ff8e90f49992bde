package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A probe by HTTP.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#HTTPHealthCheckConfig">HttpHealthCheckConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpHealthCheckConfig extends Message {

  HttpHealthCheckConfig() {}

  /** A probe of this port. */
  public static HttpHealthCheckConfig httpHealthCheckConfig(long port) {
    return ImmutableHttpHealthCheckConfig.builder().port(port).build();
  }

  /** The path. Default {@code /}. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract HttpHealthCheckConfig path(String path);

  /** 1 to 65535. */
  public abstract long port();

  /** A copy with this {@link #port()}. */
  public abstract HttpHealthCheckConfig port(long port);

  /** Default: the pod's address. */
  public abstract Optional<String> host();

  /** A copy with this {@link #host()}. */
  public abstract HttpHealthCheckConfig host(String host);

  /** {@code HTTP} or {@code HTTPS}. Default HTTP. */
  public abstract Optional<String> scheme();

  /** A copy with this {@link #scheme()}. */
  public abstract HttpHealthCheckConfig scheme(String scheme);

  /** Headers of the request. */
  public abstract List<HttpHeader> httpHeaders();

  /** A copy with this {@link #httpHeaders()}. */
  public abstract HttpHealthCheckConfig httpHeaders(Iterable<? extends HttpHeader> httpHeaders);

  /** A copy with these added to {@link #httpHeaders()}. */
  public final HttpHealthCheckConfig httpHeaders(HttpHeader first, HttpHeader... more) {
    return httpHeaders(added(httpHeaders(), first, more));
  }

  static HttpHealthCheckConfig read(FieldReader in) {
    return ImmutableHttpHealthCheckConfig.builder()
        .origin(in.origin())
        .path(in.string("path"))
        .port(in.requiredUint32("port"))
        .host(in.string("host"))
        .scheme(in.string("scheme"))
        .httpHeaders(in.messages("httpHeaders", HttpHeader::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("path", path());
    out.int64("port", port());
    out.string("host", host());
    out.string("scheme", scheme());
    out.messages("httpHeaders", httpHeaders());
  }
}
