package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Changes to path and authority before forwarding.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite">HttpRewrite</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpRewrite extends Message {

  HttpRewrite() {}

  /** A value that sets nothing yet. */
  public static HttpRewrite httpRewrite() {
    return ImmutableHttpRewrite.builder().build();
  }

  /** The new path; for a prefix match, the new prefix. */
  public abstract Optional<String> uri();

  /** A copy with this {@link #uri()}. */
  public abstract HttpRewrite uri(String uri);

  /** The new host header. */
  public abstract Optional<String> authority();

  /** A copy with this {@link #authority()}. */
  public abstract HttpRewrite authority(String authority);

  /** A path rewrite by regular expression. */
  public abstract Optional<RegexRewrite> uriRegexRewrite();

  /** A copy with this {@link #uriRegexRewrite()}. */
  public abstract HttpRewrite uriRegexRewrite(RegexRewrite uriRegexRewrite);

  static HttpRewrite read(FieldReader in) {
    return ImmutableHttpRewrite.builder()
        .origin(in.origin())
        .uri(in.string("uri"))
        .authority(in.string("authority"))
        .uriRegexRewrite(in.message("uriRegexRewrite", RegexRewrite::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("uri", uri());
    out.string("authority", authority());
    out.message("uriRegexRewrite", uriRegexRewrite());
  }
}
