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
 * A path of a service, with headers.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-HttpService">HttpService</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpService extends Message {

  HttpService() {}

  /** A value that sets nothing yet. */
  public static HttpService httpService() {
    return ImmutableHttpService.builder().build();
  }

  /** The path. Required by Istio. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract HttpService path(String path);

  /** How long an answer may take. Default 3 s. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract HttpService timeout(Duration timeout);

  /** Headers of each request. */
  public abstract List<ExtensionProviderHttpHeader> headers();

  /** A copy with this {@link #headers()}. */
  public abstract HttpService headers(Iterable<? extends ExtensionProviderHttpHeader> headers);

  /** A copy with these added to {@link #headers()}. */
  public final HttpService headers(
      ExtensionProviderHttpHeader first, ExtensionProviderHttpHeader... more) {
    return headers(added(headers(), first, more));
  }

  static HttpService read(FieldReader in) {
    return ImmutableHttpService.builder()
        .origin(in.origin())
        .path(in.string("path"))
        .timeout(in.duration("timeout"))
        .headers(in.messages("headers", ExtensionProviderHttpHeader::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("path", path());
    out.duration("timeout", timeout());
    out.messages("headers", headers());
  }
}
