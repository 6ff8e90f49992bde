package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An answer that sends the client elsewhere.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect">HttpRedirect</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpRedirect extends Message {

  HttpRedirect() {}

  /** A value that sets nothing yet. */
  public static HttpRedirect httpRedirect() {
    return ImmutableHttpRedirect.builder().build();
  }

  /** The new path. */
  public abstract Optional<String> uri();

  /** A copy with this {@link #uri()}. */
  public abstract HttpRedirect uri(String uri);

  /** Replaces the prefix that matched. */
  public abstract Optional<String> prefixRewrite();

  /** A copy with this {@link #prefixRewrite()}. */
  public abstract HttpRedirect prefixRewrite(String prefixRewrite);

  /** The new host. */
  public abstract Optional<String> authority();

  /** A copy with this {@link #authority()}. */
  public abstract HttpRedirect authority(String authority);

  /** The new port. Default: as in the request. */
  public abstract Optional<RedirectPort> redirectPort();

  /** A copy with this {@link #redirectPort()}. */
  public abstract HttpRedirect redirectPort(RedirectPort redirectPort);

  /** {@code http} or {@code https}. Default: as in the request. */
  public abstract Optional<String> scheme();

  /** A copy with this {@link #scheme()}. */
  public abstract HttpRedirect scheme(String scheme);

  /** The status, 300 to 399. Default 301. */
  public abstract Optional<Long> redirectCode();

  /** A copy with this {@link #redirectCode()}. */
  public abstract HttpRedirect redirectCode(long redirectCode);

  static HttpRedirect read(FieldReader in) {
    return ImmutableHttpRedirect.builder()
        .origin(in.origin())
        .uri(in.string("uri"))
        .prefixRewrite(in.string("prefixRewrite"))
        .authority(in.string("authority"))
        .redirectPort(RedirectPort.read(in))
        .scheme(in.string("scheme"))
        .redirectCode(in.uint32("redirectCode"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("uri", uri());
    out.string("prefixRewrite", prefixRewrite());
    out.string("authority", authority());
    out.oneof(redirectPort());
    out.string("scheme", scheme());
    out.int64("redirectCode", redirectCode());
  }
}
